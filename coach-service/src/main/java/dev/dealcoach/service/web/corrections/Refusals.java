package dev.dealcoach.service.web.corrections;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** Says why something about a score was not kept. Stateless. */
final class Refusals {
  private Refusals() {}

  /** The problem's name among the sentences. */
  static String name(Why why) {
    return "score-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The status that tells it. */
  static int status(Why why) {
    return switch (why) {
      case OWN -> 403;
      case UNFIT, NO_REASON -> 422;
      case DISPUTED, SETTLED, OVERTAKEN, SEEN -> 409;
    };
  }

  /** The answer that tells it. */
  static Response of(Why why, Messages messages, Language language) {
    return Problem.of(name(why), status(why), messages, language).response();
  }
}
