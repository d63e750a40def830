package dev.dealcoach.speech.model;

import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The published models that are known. Immutable, thread-safe. */
public final class ModelCatalogue {
  /** What may be a model's id: it becomes part of file names. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> REQUIRED =
      Set.of("id", "language", "scale", "url", "size", "licence", "errors");
  private static final Set<String> OPTIONAL = Set.of("bytes", "sha256");

  private final List<CatalogueEntry> entries;

  private ModelCatalogue(List<CatalogueEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The catalogue that comes with the program. */
  public static ModelCatalogue standard() {
    try (InputStream in = ModelCatalogue.class.getResourceAsStream("catalogue.yaml")) {
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @throws IllegalArgumentException if it is none; names the entry and what is wrong with it
   */
  public static ModelCatalogue read(Reader yaml) {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
    }
    if (!(root instanceof Map<?, ?> map) || !(map.get("models") instanceof List<?> models)) {
      throw new IllegalArgumentException("a catalogue is a list named models");
    }
    List<CatalogueEntry> entries = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    for (Object model : models) {
      CatalogueEntry entry = entry(model);
      if (!ids.add(entry.id())) {
        throw wrong(entry.id(), "stands twice");
      }
      entries.add(entry);
    }
    return new ModelCatalogue(entries);
  }

  private static CatalogueEntry entry(Object model) {
    if (!(model instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("an entry is a map");
    }
    String id = String.valueOf(fields.get("id"));
    for (String name : REQUIRED) {
      if (fields.get(name) == null) {
        throw wrong(id, "lacks " + name);
      }
    }
    for (Object name : fields.keySet()) {
      if (!REQUIRED.contains(String.valueOf(name)) && !OPTIONAL.contains(String.valueOf(name))) {
        throw wrong(id, "has an unknown field " + name);
      }
    }
    if (!isId(id)) {
      throw wrong(id, "is no id");
    }
    String sha256 = fields.get("sha256") == null ? null : String.valueOf(fields.get("sha256"));
    if (sha256 != null && !isSha256(sha256)) {
      throw wrong(id, "has no SHA-256 of 64 hexadecimal digits");
    }
    Object bytes = fields.get("bytes");
    if (bytes != null && !(bytes instanceof Number)) {
      throw wrong(id, "has a size that is no number");
    }
    try {
      return new CatalogueEntry(
          id,
          SpokenLanguage.ofCode(String.valueOf(fields.get("language"))),
          scale(String.valueOf(fields.get("scale"))),
          URI.create(String.valueOf(fields.get("url"))),
          String.valueOf(fields.get("size")),
          bytes == null ? null : ((Number) bytes).longValue(),
          sha256,
          String.valueOf(fields.get("licence")),
          errors(fields.get("errors")));
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
    }
  }

  private static CatalogueEntry.Scale scale(String id) {
    for (CatalogueEntry.Scale scale : CatalogueEntry.Scale.values()) {
      if (scale.id().equals(id)) {
        return scale;
      }
    }
    throw new IllegalArgumentException("no scale: " + id);
  }

  private static Map<String, Double> errors(Object map) {
    Map<String, Double> errors = new LinkedHashMap<>();
    ((Map<?, ?>) map)
        .forEach((set, rate) -> errors.put(String.valueOf(set), ((Number) rate).doubleValue()));
    return errors;
  }

  private static IllegalArgumentException wrong(String id, String what) {
    return new IllegalArgumentException(id + ": " + what);
  }

  /** Whether this can be a model's id: letters, digits, dots, hyphens, underscores. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Whether this is a SHA-256 in lower-case hexadecimal digits. */
  public static boolean isSha256(String text) {
    return SHA256.matcher(text).matches();
  }

  /** All models, in the catalogue's order. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** The model with this id. */
  public Optional<CatalogueEntry> find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }
}
