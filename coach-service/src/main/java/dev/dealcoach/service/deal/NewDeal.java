package dev.dealcoach.service.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal that is to be kept. Immutable.
 *
 * @param customerName the customer's name, 1 to 200 characters; a customer of the same name and
 *     industry is used again
 * @param industry at most 100 characters; empty if not known
 * @param title 1 to 200 characters
 * @param product at most 200 characters; empty if not known
 * @param firstContact day of the first contact; null if none yet
 */
public record NewDeal(
    String customerName,
    String industry,
    UUID owner,
    String title,
    String product,
    Deal.Stage stage,
    @Nullable LocalDate firstContact,
    Instant at) {
  private static final int LONGEST = 200;
  private static final int LONGEST_INDUSTRY = 100;

  public NewDeal {
    customerName = customerName.strip();
    title = title.strip();
    industry = industry.strip();
    product = product.strip();
    if (customerName.isEmpty() || customerName.length() > LONGEST) {
      throw new IllegalArgumentException("customer: 1 to 200 characters");
    }
    if (title.isEmpty() || title.length() > LONGEST) {
      throw new IllegalArgumentException("title: 1 to 200 characters");
    }
    if (industry.length() > LONGEST_INDUSTRY || product.length() > LONGEST) {
      throw new IllegalArgumentException("industry or product: too long");
    }
  }
}
