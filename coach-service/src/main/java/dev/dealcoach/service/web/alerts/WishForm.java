package dev.dealcoach.service.web.alerts;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.alert.Mailings;
import dev.dealcoach.service.dispatch.Wishes;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how somebody wants to be told. Stateless. */
final class WishForm {
  private WishForm() {}

  /**
   * The wishes; empty if something does not fit.
   *
   * @param from beginning of the quiet, as hours and minutes; empty for the company's
   */
  static Optional<Wishes> of(
      Mailings mailings,
      List<String> channels,
      String language,
      String mail,
      String from,
      String until) {
    Set<String> chosen = new HashSet<>(channels);
    if (!mailings.channels().containsAll(chosen)
        || !Set.of("zh", "en").contains(language)
        || from.isBlank() != until.isBlank()) {
      return Optional.empty();
    }
    try {
      Wishes.Quiet quiet =
          from.isBlank()
              ? null
              : new Wishes.Quiet(LocalTime.parse(from.strip()), LocalTime.parse(until.strip()));
      return Optional.of(new Wishes(chosen, Language.ofCode(language), mail, quiet));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
