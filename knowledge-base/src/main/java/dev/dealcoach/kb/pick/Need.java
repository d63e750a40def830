package dev.dealcoach.kb.pick;

import dev.dealcoach.nlp.text.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom examples are chosen. Immutable.
 *
 * @param lacks what is missing, the gravest first
 * @param industry of the deal's customer, null if unknown
 * @param customer of the deal: none of its own examples are shown; null if unknown
 * @param language that the rep reads
 * @param asOf the day against which an example's age counts
 */
public record Need(
    List<Lack> lacks,
    @Nullable String industry,
    @Nullable String customer,
    Language language,
    @Nullable LocalDate asOf) {
  public Need {
    lacks = List.copyOf(lacks);
  }
}
