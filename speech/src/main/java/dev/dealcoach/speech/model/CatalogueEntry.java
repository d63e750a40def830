package dev.dealcoach.speech.model;

import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published model. Immutable.
 *
 * @param id its name, which is also its directory's
 * @param language what it recognises
 * @param scale how much memory and time it takes
 * @param source where its maker has the zip
 * @param size of the zip, as the maker says it
 * @param bytes of the zip, null where not known exactly
 * @param sha256 of the zip, 64 lower-case hexadecimal digits, null where not known
 * @param licence SPDX identifier
 * @param errors the maker's error rates in per cent, by test set
 */
public record CatalogueEntry(
    String id,
    SpokenLanguage language,
    Scale scale,
    URI source,
    String size,
    @Nullable Long bytes,
    @Nullable String sha256,
    String licence,
    Map<String, Double> errors) {
  /** How much memory and time a model takes. */
  public enum Scale {
    /** For phones and small machines: 0.3 GB of memory. */
    SMALL,
    /** For servers: up to 16 GB of memory. */
    LARGE;

    /** As it stands in the catalogue. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public CatalogueEntry {
    errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
  }

  /** The zip's name, under which mirrors have it. */
  public String fileName() {
    String path = source.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
