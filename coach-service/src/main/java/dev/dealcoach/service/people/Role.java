package dev.dealcoach.service.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account is for; each has exactly one. */
public enum Role {
  /** Works on deals; sees own work only. */
  REP,
  /** Leads teams; sees the work done in them and in those below. */
  MANAGER,
  /** Keeps the example library. */
  TRAINER,
  /** Keeps accounts, teams and settings; sees no customer's words. */
  ADMIN;

  /** The name in JSON and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with this id. */
  public static Optional<Role> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
