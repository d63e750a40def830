package dev.dealcoach.service.web.contacts;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.TypedSummary;
import dev.dealcoach.service.web.WebLimits;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes summaries in: looks whether they can be read, and has them judged. Thread-safe. */
public final class Writing {
  private final Summaries summaries;
  private final WebLimits limits;
  private final Messages messages;

  public Writing(Summaries summaries, WebLimits limits, Messages messages) {
    this.summaries = summaries;
    this.limits = limits;
    this.messages = messages;
  }

  /** What came of handing in a summary. */
  sealed interface Written {
    /** It was judged. */
    record Judged(NewSummary summary) implements Written {}

    /** It is not taken; this is the answer. */
    record Refused(Response answer) implements Written {}
  }

  /**
   * Judges a text.
   *
   * @param industry of the customer
   * @param contact that it is of; null if that is new
   */
  Written judged(
      String text,
      String industry,
      UUID author,
      @Nullable UUID contact,
      Instant at,
      Language reader) {
    return TypedSummary.refusal(text, limits)
        .<Written>map(
            why ->
                new Written.Refused(
                    Problem.of(why.name(), why.status(), messages, reader).response()))
        .orElseGet(() -> new Written.Judged(summaries.judged(text, industry, author, contact, at)));
  }
}
