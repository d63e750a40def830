package dev.dealcoach.service.alert;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.dispatch.SendingHours;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Knows by what and when somebody may be told outside the pages. Thread-safe. */
public final class Mailings {
  private final Wishes.Store wishes;
  private final AccountStore accounts;
  private final Map<String, Set<Role>> channels;
  private final Language language;
  private final Wishes.Quiet quiet;
  private final SendingHours hours;

  /**
   * @param channels that can be used, by name, with the roles that are told by them as long as a
   *     person wishes nothing else
   * @param language of those who wish no other
   * @param quiet of those who wish no other
   */
  public Mailings(
      Wishes.Store wishes,
      AccountStore accounts,
      Map<String, Set<Role>> channels,
      Language language,
      Wishes.Quiet quiet,
      SendingHours hours) {
    this.wishes = wishes;
    this.accounts = accounts;
    this.channels = Map.copyOf(channels);
    this.language = language;
    this.quiet = quiet;
    this.hours = hours;
  }

  /** The channels that can be chosen, in their order. */
  public Set<String> channels() {
    return new TreeSet<>(channels.keySet());
  }

  /** The company's hours of quiet. */
  public Wishes.Quiet quiet() {
    return quiet;
  }

  /** How somebody is told: as wished, or as is usual for the role. */
  public Wishes of(UUID account) {
    return wishes.of(account).orElseGet(() -> usual(account));
  }

  private Wishes usual(UUID account) {
    Set<String> usual = new HashSet<>();
    accounts
        .find(account)
        .ifPresent(
            found ->
                channels.forEach(
                    (name, roles) -> {
                      if (roles.contains(found.role())) {
                        usual.add(name);
                      }
                    }));
    return new Wishes(usual, language, "", null);
  }

  /** The first instant, from this one on, at which somebody may be told something. */
  public Instant next(UUID account, Instant from) {
    Wishes.Quiet own = of(account).quiet();
    return hours.next(from, own == null ? quiet : own);
  }

  /** By what and when something of now goes out. */
  public Mailing mailing(UUID account, Instant now) {
    Set<String> chosen = new HashSet<>(of(account).channels());
    chosen.retainAll(channels.keySet());
    return new Mailing(chosen, next(account, now));
  }
}
