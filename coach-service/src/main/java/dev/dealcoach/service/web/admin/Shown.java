package dev.dealcoach.service.web.admin;

import dev.dealcoach.service.admin.Outcome;
import dev.dealcoach.service.web.Pages;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the administrator's pages have in common: forms are answered by going on, or once more. */
final class Shown {
  private Shown() {}

  /**
   * The answer to a form.
   *
   * @param next where to go on when it is done
   * @param again the page once more, with what was wrong; gets the sentence's key from the reason
   */
  static Response answer(Outcome outcome, String next, Again again) {
    return switch (outcome) {
      case Outcome.Done(UUID id) -> Pages.goTo(next.replace("{id}", id.toString()));
      case Outcome.Refused(Outcome.Reason reason) -> {
        if (reason == Outcome.Reason.NOT_FOUND) {
          throw new NotFoundException();
        }
        yield again.page("manage.refused." + reason.id());
      }
    };
  }

  /** Shows a page with a problem. */
  @FunctionalInterface
  interface Again {
    Response page(String problem);
  }

  /** An id in a form; null if none was chosen. */
  static @Nullable UUID id(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }

  /** The beginning of a day in the service's time zone; null for now. */
  static Optional<Instant> day(String text) {
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(
            LocalDate.parse(text.strip()).atStartOfDay(ZoneId.systemDefault()).toInstant());
  }

  /** What happens unless the day cannot be read. */
  static Outcome dated(Supplier<Outcome> change) {
    try {
      return change.get();
    } catch (DateTimeException e) {
      return new Outcome.Refused(Outcome.Reason.INVALID);
    }
  }
}
