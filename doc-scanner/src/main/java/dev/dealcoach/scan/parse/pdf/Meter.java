package dev.dealcoach.scan.parse.pdf;

import dev.dealcoach.scan.parse.ParseLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Watches over what reading one file costs. Mutable, used by one thread. */
final class Meter {
  /** Streams of fewer bytes than this are not measured. */
  private static final long SMALL = 100_000;

  private long deadline;
  private final int mostCharacters;
  private int characters;
  private long unpacked;
  private final long mostUnpacked;

  /** A stream is unpacked in memory as a whole, with room for the copies the library makes. */
  private final long mostAtOnce = Runtime.getRuntime().maxMemory() / 5;

  private final Set<COSStream> measured = Collections.newSetFromMap(new IdentityHashMap<>());

  Meter(ParseLimits limits) {
    this.deadline = System.nanoTime() + limits.time().toNanos();
    this.mostCharacters = limits.characters();
    this.mostUnpacked = limits.unpackedBytes();
  }

  /**
   * Checks the time.
   *
   * @throws ReadingStopped if it is over or the thread was interrupted
   */
  void check() {
    if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
      throw new ReadingStopped(ReadingStopped.Limit.TIME);
    }
  }

  /**
   * Measures what a stream unpacks to before the library unpacks it in memory. Small ones are let
   * through: a byte cannot become more than some thousand bytes.
   *
   * @throws ReadingStopped if it is too much
   */
  void unpack(@Nullable COSBase base) throws IOException {
    if (!(base instanceof COSStream stream) || !measured.add(stream)) {
      return;
    }
    List<COSName> filters = filters(stream);
    boolean nested = filters.size() > 1;
    if (stream.getLength() < SMALL && !nested) {
      return;
    }
    try (InputStream in = opened(stream, filters)) {
      byte[] buffer = new byte[1 << 14];
      long alone = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        unpacked += n;
        alone += n;
        if (unpacked > mostUnpacked || alone > mostAtOnce) {
          throw new ReadingStopped(ReadingStopped.Limit.UNPACKED);
        }
        check();
      }
    } catch (ZipException e) {
      // a damaged stream: the library takes what it can of it
    }
  }

  private static List<COSName> filters(COSStream stream) {
    COSBase filters = stream.getFilters();
    if (filters instanceof COSArray array) {
      List<COSName> names = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSName name) {
          names.add(name);
        }
      }
      return names;
    }
    return filters instanceof COSName name ? List.of(name) : List.of();
  }

  @SuppressWarnings("resource") // closed with the outermost stream
  private static InputStream opened(COSStream stream, List<COSName> filters) throws IOException {
    InputStream in = stream.createRawInputStream();
    for (COSName filter : filters) {
      if (COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
        in = new InflaterInputStream(in);
      } else {
        break;
      }
    }
    return in;
  }

  /** Leaves out of account a time that has just passed. */
  void allow(long nanos) {
    deadline += nanos;
  }

  /**
   * Counts a glyph.
   *
   * @throws ReadingStopped if there are too many
   */
  void glyph() {
    if (++characters > mostCharacters) {
      throw new ReadingStopped(ReadingStopped.Limit.CHARACTERS);
    }
    if ((characters & 0xFFF) == 0) {
      check();
    }
  }
}
