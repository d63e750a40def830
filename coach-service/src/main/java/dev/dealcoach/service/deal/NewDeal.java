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
  /** Longest name, title or product, in characters. */
  public static final int LONGEST = 200;

  /** Longest industry, in characters. */
  public static final int LONGEST_INDUSTRY = 100;

  public NewDeal {
    customerName = checked("customer", customerName, 1, LONGEST);
    title = checked("title", title, 1, LONGEST);
    industry = checked("industry", industry, 0, LONGEST_INDUSTRY);
    product = checked("product", product, 0, LONGEST);
  }

  /** The text without blanks around it. */
  static String checked(String name, String text, int fewest, int most) {
    String stripped = text.strip();
    if (stripped.length() < fewest || stripped.length() > most) {
      throw new IllegalArgumentException(name + ": " + fewest + " to " + most + " characters");
    }
    return stripped;
  }
}
