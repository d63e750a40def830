package dev.dealcoach.scan.parse.office.ooxml;

import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.draft.ReadingStopped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * An Office Open XML file that is open for reading. Counts what its parts unpack to and stops
 * reading with {@link ParseFailure.Code#TOO_LARGE} at the limit, whatever sizes the file claims.
 * For one thread.
 */
public final class OoxmlPackage implements AutoCloseable {
  /** The end of the type of the relationship that leads to the main part. */
  public static final String MAIN_PART = "/officeDocument";

  // A zip holds at most this many parts before we call it a bomb; the largest real decks have
  // some 10,000.
  private static final int MOST_PARTS = 100_000;

  private final ZipFile zip;
  private final ParseLimits limits;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<String, Map<String, Relationship>> relationships = new HashMap<>();
  private long unpacked;

  /**
   * A relationship of a part.
   *
   * @param id how the part's XML names it
   * @param type full address of its type; transitional and strict files differ but for the end
   * @param target name of the part it leads to, or an outside address
   * @param external whether it leads outside the file
   */
  public record Relationship(String id, String type, String target, boolean external) {
    /** Whether the type's address ends so, for example with {@code /image}. */
    public boolean is(String typeEnd) {
      return type.endsWith(typeEnd);
    }
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it is no zip file or cut off
   */
  public OoxmlPackage(Path file, ParseLimits limits) throws IOException {
    this.limits = limits;
    this.zip = new ZipFile(file.toFile());
    if (zip.size() > MOST_PARTS) {
      zip.close();
      throw new ReadingStopped(ParseFailure.Code.TOO_LARGE, "more than " + MOST_PARTS + " parts");
    }
    zip.stream().forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
  }

  /** Whether the file has this part; names are compared without regard to case. */
  public boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** How the zip file itself spells the name of a part, the same name if it has no such part. */
  public String entryName(String part) {
    ZipEntry entry = entries.get(key(part));
    return entry == null ? part : entry.getName();
  }

  /**
   * The name of the part with the document itself.
   *
   * @throws IOException if there is none
   */
  public String mainPart() throws IOException, XMLStreamException {
    for (Relationship relationship : relationships("").values()) {
      if (relationship.is(MAIN_PART) && has(relationship.target())) {
        return relationship.target();
      }
    }
    throw new IOException("no main part");
  }

  /**
   * The bytes of a part, counted against the limit.
   *
   * @throws IOException if there is no such part
   */
  public InputStream open(String part) throws IOException {
    ZipEntry entry = entries.get(key(part));
    if (entry == null) {
      throw new IOException("a part is missing");
    }
    return new Counted(zip.getInputStream(entry));
  }

  /** A reader of a part's XML. */
  public OoxmlReader read(String part) throws IOException, XMLStreamException {
    return new OoxmlReader(open(part), limits);
  }

  /** The relationships of a part by id, of the file itself if the name is empty. */
  public Map<String, Relationship> relationships(String part)
      throws IOException, XMLStreamException {
    Map<String, Relationship> known = relationships.get(part);
    if (known == null) {
      known = readRelationships(part);
      relationships.put(part, known);
    }
    return known;
  }

  /** The part that a relationship id of a part leads to, if it lies in the file. */
  public Optional<String> target(String part, @Nullable String id)
      throws IOException, XMLStreamException {
    Relationship relationship = id == null ? null : relationships(part).get(id);
    return relationship == null || relationship.external() || !has(relationship.target())
        ? Optional.empty()
        : Optional.of(relationship.target());
  }

  /** The part that the first relationship of a type leads to. */
  public Optional<String> targetOfType(String part, String typeEnd)
      throws IOException, XMLStreamException {
    return relationships(part).values().stream()
        .filter(r -> r.is(typeEnd) && !r.external() && has(r.target()))
        .map(Relationship::target)
        .findFirst();
  }

  private Map<String, Relationship> readRelationships(String part)
      throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/');
    String rels = part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    Map<String, Relationship> found = new LinkedHashMap<>();
    if (!has(rels)) {
      return found;
    }
    try (OoxmlReader in = read(rels)) {
      while (in.next()) {
        if (in.at("rel:Relationship")) {
          String id = in.attribute("Id", "");
          boolean external = in.attribute("TargetMode", "").equalsIgnoreCase("External");
          String target = in.attribute("Target", "");
          found.putIfAbsent(
              id,
              new Relationship(
                  id,
                  in.attribute("Type", ""),
                  external ? target : resolve(part, target),
                  external));
        }
      }
    }
    return found;
  }

  /** The part that a path relative to another part means. */
  static String resolve(String part, String target) {
    String path =
        target.startsWith("/")
            ? target.substring(1)
            : part.substring(0, part.lastIndexOf('/') + 1) + target;
    StringBuilder out = new StringBuilder();
    for (String step : path.replace('\\', '/').split("/")) {
      if (step.equals("..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
      } else if (!step.isEmpty() && !step.equals(".")) {
        if (!out.isEmpty()) {
          out.append('/');
        }
        out.append(step);
      }
    }
    return out.toString();
  }

  private static String key(String name) {
    // some producers write backslashes or a leading slash
    String plain = name.replace('\\', '/');
    return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        count(1);
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        count(n);
      }
      return n;
    }

    private void count(int n) {
      unpacked += n;
      if (unpacked > limits.unpackedBytes()) {
        throw new ReadingStopped(
            ParseFailure.Code.TOO_LARGE, "unpacks to more than " + limits.unpackedBytes());
      }
    }
  }
}
