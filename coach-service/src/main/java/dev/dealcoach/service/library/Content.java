package dev.dealcoach.service.library;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.nlp.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an example says. Texts that are not known are empty. Immutable.
 *
 * @param text the passage, 1 to {@value #LONGEST_TEXT} characters
 * @param why it works, in a sentence or two; up to {@value #LONGEST_WHY} characters
 * @param industry id of the rule pack's list
 * @param stage of the deal, such as {@code proposal}
 * @param shows what it demonstrates, see {@link Facts#shows}
 * @param tags the case tags
 * @param rank of the seller among those of the industry, from 1; null if not known
 * @param day when it was written or said; null if not known
 * @param customer see {@link CustomerKey}
 */
public record Content(
    String text,
    Language language,
    String why,
    String industry,
    String product,
    String stage,
    List<String> shows,
    List<String> tags,
    String seller,
    @Nullable Integer rank,
    @Nullable LocalDate day,
    String outcome,
    String customer) {
  /** Most characters of a passage. */
  public static final int LONGEST_TEXT = 20_000;

  /** Most characters of why it works. */
  public static final int LONGEST_WHY = 2_000;

  private static final int LONGEST_LIST = 2_000;

  public Content {
    shows = List.copyOf(shows);
    tags = List.copyOf(tags);
  }

  /**
   * What does not fit: the name of the first member that is missing or too long; null if all do.
   */
  public @Nullable String fault() {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      return "text";
    }
    if (why.length() > LONGEST_WHY) {
      return "why_it_works";
    }
    if (industry.length() > 100) {
      return "industry";
    }
    if (product.length() > 200) {
      return "product";
    }
    if (stage.length() > 50) {
      return "stage";
    }
    if (!fits(shows)) {
      return "shows";
    }
    if (!fits(tags)) {
      return "tags";
    }
    if (seller.length() > 200) {
      return "seller";
    }
    if (outcome.length() > 50) {
      return "outcome";
    }
    return rank != null && rank < 1 ? "rank" : null;
  }

  private static boolean fits(List<String> words) {
    return String.join(",", words).length() <= LONGEST_LIST
        && words.stream().noneMatch(word -> word.contains(",") || word.isBlank());
  }

  /** The same with another text. */
  public Content saying(String other) {
    return new Content(
        other, language, why, industry, product, stage, shows, tags, seller, rank, day, outcome,
        customer);
  }

  /** As the index takes it. */
  public Example example(UUID id) {
    return new Example(
        id.toString(),
        text,
        language,
        ExampleState.APPROVED,
        new Facts(
            known(industry),
            known(product),
            known(stage),
            shows,
            tags,
            known(seller),
            rank,
            day,
            known(outcome),
            known(customer)));
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }
}
