package dev.dealcoach.service.deal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is to be from now on. Immutable.
 *
 * @param customerName 1 to 200 characters; a customer of the same name and industry is used again
 * @param industry at most 100 characters; empty if not known
 * @param title 1 to 200 characters
 * @param product at most 200 characters; empty if not known
 * @param stage closed exactly when there is an outcome
 * @param firstContact day of the first contact; null if none yet
 * @param firstQuote day of the first quote, not before the first contact; null if none yet
 * @param at now
 */
public record DealEdit(
    String customerName,
    String industry,
    String title,
    String product,
    Deal.Stage stage,
    Deal.Outcome outcome,
    @Nullable LocalDate firstContact,
    @Nullable LocalDate firstQuote,
    Instant at) {
  public DealEdit {
    customerName = NewDeal.checked("customer", customerName, 1, NewDeal.LONGEST);
    title = NewDeal.checked("title", title, 1, NewDeal.LONGEST);
    industry = NewDeal.checked("industry", industry, 0, NewDeal.LONGEST_INDUSTRY);
    product = NewDeal.checked("product", product, 0, NewDeal.LONGEST);
    if ((stage == Deal.Stage.CLOSED) == (outcome == Deal.Outcome.OPEN)) {
      throw new IllegalArgumentException("a closed deal, and no other, has an outcome");
    }
    if (firstContact != null && firstQuote != null && firstQuote.isBefore(firstContact)) {
      throw new IllegalArgumentException("the first quote comes after the first contact");
    }
  }
}
