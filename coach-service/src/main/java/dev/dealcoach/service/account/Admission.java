package dev.dealcoach.service.account;

import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.ApiToken;
import dev.dealcoach.service.people.ApiTokenStore;
import dev.dealcoach.service.people.Secret;
import dev.dealcoach.service.people.Session;
import dev.dealcoach.service.people.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people and programs in, and says who they are. Thread-safe. */
public final class Admission {
  /** How exactly it is kept when a session or token was last used. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final AccountStore accounts;
  private final SessionStore sessions;
  private final ApiTokenStore tokens;
  private final AuditLog audit;
  private final AccountRules rules;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Tokens random = new Tokens();
  private final String nobodys;

  public Admission(
      AccountStore accounts,
      SessionStore sessions,
      ApiTokenStore tokens,
      AuditLog audit,
      AccountRules rules,
      Passwords passwords,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
    this.rules = rules;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodys = passwords.hash(random.fresh());
  }

  /**
   * Somebody was let in.
   *
   * @param value of the session's cookie, which only the browser keeps
   */
  public record SignedIn(String value, Viewer viewer) {}

  /**
   * Opens a session. An unknown name, a wrong password, a locked and a closed account are told
   * apart by nobody: all take the same time and give nothing.
   */
  public Optional<SignedIn> signIn(String name, String password) {
    Instant now = clock.instant();
    Account account = accounts.bySignIn(name).orElse(null);
    Secret secret = account == null ? null : accounts.secret(account.id()).orElse(null);
    boolean right = passwords.matches(password, secret == null ? nobodys : secret.hash());
    if (account == null || secret == null) {
      note(now, null, Act.SIGN_IN_REFUSED, "", "unknown name");
      return Optional.empty();
    }
    boolean locked = secret.lockedUntil() != null && now.isBefore(secret.lockedUntil());
    if (locked || !account.active()) {
      note(now, null, Act.SIGN_IN_REFUSED, account.id().toString(), locked ? "locked" : "closed");
      return Optional.empty();
    }
    if (!right) {
      failed(account, secret, now);
      return Optional.empty();
    }
    accounts.succeeded(account.id());
    sessions.sweep(now.minus(rules.idle()), now.minus(rules.longest()));
    String value = random.fresh();
    Session session = new Session(Tokens.key(value), account.id(), random.fresh(), now, now);
    sessions.open(session);
    note(now, account.id(), Act.SIGNED_IN, account.id().toString(), "");
    return Optional.of(new SignedIn(value, new Viewer(account, session)));
  }

  private void failed(Account account, Secret secret, Instant now) {
    // a lock that has run out gives as many tries as there were at first
    boolean lock = (secret.failures() + 1) % rules.failures() == 0;
    accounts.failed(account.id(), lock ? now.plus(rules.lock()) : null);
    note(
        now,
        null,
        lock ? Act.LOCKED : Act.SIGN_IN_REFUSED,
        account.id().toString(),
        "wrong password");
  }

  /** Ends a session. */
  public void signOut(Viewer viewer) {
    if (viewer.session() != null) {
      sessions.close(viewer.session().key());
      note(clock.instant(), viewer.id(), Act.SIGNED_OUT, viewer.id().toString(), "");
    }
  }

  /** Who has the session with this cookie value, if it has not ended. */
  public Optional<Viewer> bySession(String value) {
    Instant now = clock.instant();
    return sessions
        .find(Tokens.key(value))
        .filter(
            session ->
                now.isBefore(session.lastSeen().plus(rules.idle()))
                    && now.isBefore(session.created().plus(rules.longest())))
        .flatMap(
            session -> {
              if (!now.isBefore(session.lastSeen().plus(SEEN_EVERY))) {
                sessions.seen(session.key(), now);
              }
              return active(session.account()).map(account -> new Viewer(account, session));
            });
  }

  /** Whose API token this is, if it has not ended. */
  public Optional<Viewer> byToken(String value) {
    Instant now = clock.instant();
    return tokens
        .find(Tokens.key(value))
        .filter(token -> token.expires() == null || now.isBefore(token.expires()))
        .flatMap(
            token -> {
              if (token.lastUsed() == null || !now.isBefore(token.lastUsed().plus(SEEN_EVERY))) {
                tokens.used(token.id(), now);
              }
              return active(token.account()).map(account -> new Viewer(account, null));
            });
  }

  /**
   * A new API token.
   *
   * @param value what the program sends; shown once, not kept
   */
  public record NewToken(String value, ApiToken token) {}

  /** Makes an API token for an account. */
  public NewToken newToken(Viewer viewer, String name, @Nullable Instant expires) {
    String value = "coach_" + random.fresh();
    ApiToken token =
        new ApiToken(UUID.randomUUID(), viewer.id(), name, clock.instant(), expires, null);
    tokens.add(token, Tokens.key(value));
    audit.add(
        new AuditEntry(
            0, clock.instant(), viewer.id(), Act.CREATED, "token", token.id().toString(), ""));
    return new NewToken(value, token);
  }

  private Optional<Account> active(UUID id) {
    return accounts.find(id).filter(Account::active);
  }

  private void note(Instant at, @Nullable UUID actor, Act what, String account, String detail) {
    audit.add(new AuditEntry(0, at, actor, what, "account", account, detail));
  }
}
