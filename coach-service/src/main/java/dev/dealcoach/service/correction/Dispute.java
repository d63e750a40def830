package dev.dealcoach.service.correction;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody does not agree with what holds of an item of the own work. An item of a version can
 * be disputed once. Immutable.
 *
 * @param contact that it is about; null for a proposal
 * @param summary the version; null for a proposal
 * @param review that it is about; null for a contact
 * @param author whose work it is
 * @param disputed what held
 * @param file what came with it; null if nothing did
 * @param fileBytes its length; null if nothing came with it
 * @param fileName as it is shown; empty if nothing came with it
 * @param trainers whether trainers decide
 * @param ended when it was decided; null before
 */
public record Dispute(
    UUID id,
    @Nullable UUID contact,
    @Nullable UUID summary,
    @Nullable UUID review,
    Item item,
    UUID author,
    String authorName,
    String text,
    String disputed,
    @Nullable String file,
    @Nullable Long fileBytes,
    String fileName,
    boolean trainers,
    State state,
    Instant at,
    @Nullable Instant ended) {
  /** Longest text, in characters. */
  public static final int LONGEST_TEXT = 2000;

  /** How far it has come. */
  public enum State {
    /** Somebody has to decide. */
    OPEN,
    /** What held stays. */
    UPHELD,
    /** Something else holds now. */
    CHANGED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether somebody has to decide. */
  public boolean open() {
    return state == State.OPEN;
  }
}
