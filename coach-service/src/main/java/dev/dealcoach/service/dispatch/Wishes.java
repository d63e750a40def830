package dev.dealcoach.service.dispatch;

import dev.dealcoach.nlp.text.Language;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told. Immutable.
 *
 * @param channels names of the channels, besides the pages
 * @param language of the messages
 * @param mail address; empty if none was given
 * @param quiet when nothing is sent; null for the company's
 */
public record Wishes(Set<String> channels, Language language, String mail, @Nullable Quiet quiet) {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]]{1,64}@[^\\s@<>\",;:\\\\()\\[\\]]{1,130}");

  public Wishes {
    channels = Set.copyOf(channels);
    mail = mail.strip();
    if (!mail.isEmpty() && !ADDRESS.matcher(mail).matches()) {
      throw new IllegalArgumentException("no mail address");
    }
  }

  /**
   * A time of the day in which nothing is sent; it may go over midnight, and none if both are the
   * same.
   *
   * @param from first minute
   * @param until first minute after it
   */
  public record Quiet(LocalTime from, LocalTime until) {
    /** Whether this is a time of quiet. */
    public boolean at(LocalTime time) {
      if (from.equals(until)) {
        return false;
      }
      boolean after = !time.isBefore(from);
      boolean before = time.isBefore(until);
      return from.isBefore(until) ? after && before : after || before;
    }
  }

  /** Keeps wishes. Thread-safe. */
  public interface Store {
    /** What somebody wishes; empty if nothing was said. */
    Optional<Wishes> of(UUID account);

    /** From now on somebody wishes this. */
    void set(UUID account, Wishes wishes);
  }
}
