package dev.dealcoach.service.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal with a customer, and the person who works on it. Immutable.
 *
 * @param customer the customer's id
 * @param customerName as it is shown
 * @param industry of the customer; empty if not known
 * @param owner the account that works on it
 * @param ownerName as it is shown
 * @param title what it is about, 1 to 200 characters
 * @param product what is sold; empty if not known
 * @param firstContact day of the first contact; null if none yet
 * @param firstQuote day of the first quote; null if none yet
 * @param closed when it ended; null while it is open
 */
public record Deal(
    UUID id,
    UUID customer,
    String customerName,
    String industry,
    UUID owner,
    String ownerName,
    String title,
    String product,
    Stage stage,
    Outcome outcome,
    @Nullable LocalDate firstContact,
    @Nullable LocalDate firstQuote,
    Instant created,
    @Nullable Instant closed) {

  /** How far a deal has come. */
  public enum Stage {
    /** A first contact. */
    LEAD,
    /** Needs are explored. */
    DISCOVERY,
    /** A proposal is made. */
    PROPOSAL,
    /** Terms are negotiated. */
    NEGOTIATION,
    /** It has ended. */
    CLOSED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The stage with this id. */
    public static Optional<Stage> ofId(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
  }

  /** How a deal ended. */
  public enum Outcome {
    /** It has not. */
    OPEN,
    /** The customer bought. */
    WON,
    /** The customer did not buy. */
    LOST;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
