package dev.dealcoach.kb.store;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.IndexUpdate;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.lucene.LuceneExampleFinder;
import dev.dealcoach.kb.lucene.LuceneExampleIndex;
import dev.dealcoach.kb.vector.KeptVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library of examples in a folder: {@code examples.log} is the truth, {@code index} and {@code
 * vectors-*.f16} are made from it. Thread-safe; one process writes at a time, others read.
 */
public final class ExampleLibrary implements AutoCloseable {
  private static final String LOG = "examples.log";
  private static final String INDEX = "index";

  private final Path folder;
  private final KeptVectors vectors;
  private final LuceneExampleIndex index;
  private ExampleLog log;
  private long changes;

  ExampleLibrary(
      Path folder, ExampleLog log, KeptVectors vectors, LuceneExampleIndex index, long changes) {
    this.folder = folder;
    this.log = log;
    this.vectors = vectors;
    this.index = index;
    this.changes = changes;
  }

  /** Opens a library for writing; the folder is made, and repaired where it must be. */
  public static LibraryOpening open(Path folder, IndexSettings settings) {
    return LibraryRepair.open(folder, settings);
  }

  /**
   * Opens the last committed state for reading; empty if there is no library, or if it has to be
   * opened for writing once to be repaired.
   */
  public static IndexOpening<ExampleFinder> openToRead(Path folder, IndexSettings settings) {
    if (!Files.isRegularFile(folder.resolve(LOG))) {
      return new IndexOpening.Absent<>();
    }
    IndexOpening<ExampleFinder> opening = LuceneExampleFinder.open(folder.resolve(INDEX), settings);
    return opening instanceof IndexOpening.Absent
        ? new IndexOpening.Damaged<>("no index")
        : opening;
  }

  static Path logOf(Path folder) {
    return folder.resolve(LOG);
  }

  static Path indexOf(Path folder) {
    return folder.resolve(INDEX);
  }

  /** What finds its examples; closed with the library. */
  public ExampleFinder finder() {
    return index;
  }

  /**
   * Takes changes in their order. They are found when this returns, but only {@link #commit()}
   * makes them outlast a crash.
   */
  public synchronized IndexUpdate apply(List<ExampleChange> some) {
    long before = log.end();
    try {
      long position = log.append(some);
      IndexUpdate update = index.apply(some, position);
      if (update instanceof IndexUpdate.NotWritten) {
        log.cut(before);
      } else {
        changes += some.size();
      }
      return update;
    } catch (IOException e) {
      return new IndexUpdate.NotWritten(e.getClass().getSimpleName());
    }
  }

  /** Makes what was applied outlast a crash: first the log, then the index. */
  public synchronized IndexUpdate commit() {
    try {
      log.force();
      IndexUpdate update = index.commit();
      if (update instanceof IndexUpdate.Applied && changes > 2L * index.size() + 1000) {
        rewriteLog();
      }
      return update;
    } catch (IOException e) {
      return new IndexUpdate.NotWritten(e.getClass().getSimpleName());
    }
  }

  /** Writes the log anew with one line an example. */
  synchronized void rewriteLog() throws IOException {
    List<Example> all = index.all();
    Path fresh = folder.resolve(LOG + ".new");
    Files.deleteIfExists(fresh);
    ExampleLog written = ExampleLog.open(fresh);
    if (written == null) {
      throw new IOException("the new log is locked");
    }
    List<ExampleChange> lines = new ArrayList<>();
    for (Example example : all) {
      lines.add(new ExampleChange.Put(example));
      if (lines.size() == 1000) {
        written.append(lines);
        lines.clear();
      }
    }
    written.append(lines);
    written.force();
    Files.move(
        fresh, logOf(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    log.close();
    log = written;
    changes = all.size();
    index.apply(List.of(), written.end());
    index.commit();
  }

  @Override
  public synchronized void close() {
    @Nullable IOException failed = null;
    try {
      log.force();
    } catch (IOException e) {
      failed = e;
    }
    index.close();
    try {
      vectors.close();
      log.close();
    } catch (IOException e) {
      failed = e;
    }
    if (failed != null) {
      throw new java.io.UncheckedIOException("the library cannot be closed", failed);
    }
  }
}
