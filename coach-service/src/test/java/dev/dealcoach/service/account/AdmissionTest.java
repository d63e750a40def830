package dev.dealcoach.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiApiTokens;
import dev.dealcoach.service.store.JdbiAuditLog;
import dev.dealcoach.service.store.JdbiSessions;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes in, for how long, and who does not. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AdmissionTest {
  private static final String RIGHT = "right-password";
  private static final AccountRules RULES =
      new AccountRules(Duration.ofHours(1), Duration.ofHours(3), 3, Duration.ofMinutes(15));

  @Parameter TestDatabase database;

  private final Passwords passwords = new Passwords();
  private final SettableClock clock = new SettableClock(People.MAY);
  private JdbiAccounts accounts;
  private JdbiAuditLog audit;
  private Admission admission;
  private Account account;

  @BeforeEach
  void open() {
    Jdbi jdbi = Database.jdbi(database.migrated());
    accounts = new JdbiAccounts(jdbi);
    audit = new JdbiAuditLog(jdbi);
    admission =
        new Admission(
            accounts,
            new JdbiSessions(jdbi),
            new JdbiApiTokens(jdbi),
            audit,
            RULES,
            passwords,
            clock);
    account = new Account(UUID.randomUUID(), "lin", "林晓舟", Role.REP, true, People.MARCH);
    accounts.add(account, passwords.hash(RIGHT));
  }

  private List<Act> acts() {
    return audit.entries(PageRequest.first()).items().reversed().stream()
        .map(AuditEntry::what)
        .toList();
  }

  @Test
  void aRightPasswordOpensASession() {
    Admission.SignedIn in = admission.signIn(" Lin ", RIGHT).orElseThrow();
    assertThat(admission.bySession(in.value()).orElseThrow().account()).isEqualTo(account);
    assertThat(admission.bySession(in.value() + "x")).isEmpty();
    admission.signOut(in.viewer());
    assertThat(admission.bySession(in.value())).isEmpty();
    assertThat(acts()).containsExactly(Act.SIGNED_IN, Act.SIGNED_OUT);
  }

  @Test
  void wrongPasswordsLockForAWhile() {
    for (int i = 0; i < 3; i++) {
      assertThat(admission.signIn("lin", "wrong-password")).isEmpty();
    }
    assertThat(admission.signIn("lin", RIGHT)).isEmpty();
    assertThat(acts())
        .containsExactly(Act.SIGN_IN_REFUSED, Act.SIGN_IN_REFUSED, Act.LOCKED, Act.SIGN_IN_REFUSED);
    clock.pass(Duration.ofMinutes(15));
    assertThat(admission.signIn("lin", RIGHT)).isPresent();
    // counted from the beginning again
    assertThat(admission.signIn("lin", "wrong-password")).isEmpty();
    assertThat(admission.signIn("lin", RIGHT)).isPresent();
  }

  @Test
  void unknownAndClosedAccountsAreRefusedAlike() {
    assertThat(admission.signIn("nobody", RIGHT)).isEmpty();
    Admission.SignedIn in = admission.signIn("lin", RIGHT).orElseThrow();
    accounts.setActive(account.id(), false);
    assertThat(admission.signIn("lin", RIGHT)).isEmpty();
    assertThat(admission.bySession(in.value())).isEmpty();
  }

  @Test
  void aSessionThatIsNotUsedEnds() {
    String value = admission.signIn("lin", RIGHT).orElseThrow().value();
    clock.pass(Duration.ofMinutes(59));
    assertThat(admission.bySession(value)).isPresent();
    clock.pass(Duration.ofMinutes(59));
    assertThat(admission.bySession(value)).isPresent();
    clock.pass(Duration.ofMinutes(60));
    assertThat(admission.bySession(value)).isEmpty();
  }

  @Test
  void aSessionEndsHoweverItIsUsed() {
    String value = admission.signIn("lin", RIGHT).orElseThrow().value();
    for (int i = 0; i < 5; i++) {
      clock.pass(Duration.ofMinutes(30));
      assertThat(admission.bySession(value)).isPresent();
    }
    clock.pass(Duration.ofMinutes(30));
    assertThat(admission.bySession(value)).isEmpty();
  }

  @Test
  void aTokenActsForItsAccountUntilItExpires() {
    Viewer viewer = admission.signIn("lin", RIGHT).orElseThrow().viewer();
    Admission.NewToken made =
        admission.newToken(viewer, "export", clock.instant().plus(Duration.ofDays(1)));
    assertThat(admission.byToken(made.value()).orElseThrow().account()).isEqualTo(account);
    assertThat(admission.byToken("coach_other")).isEmpty();
    clock.pass(Duration.ofDays(1));
    assertThat(admission.byToken(made.value())).isEmpty();
  }
}
