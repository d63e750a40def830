package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.ApiToken;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Secret;
import dev.dealcoach.service.people.Session;
import dev.dealcoach.service.people.Team;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts, teams, sessions and tokens come back as they were kept. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PeopleStoresTest {
  @Parameter TestDatabase database;

  private JdbiAccounts accounts;
  private JdbiTeams teams;
  private JdbiSessions sessions;
  private JdbiApiTokens tokens;
  private People people;

  @BeforeEach
  void open() {
    accounts = new JdbiAccounts(database.shared());
    teams = new JdbiTeams(database.shared());
    sessions = new JdbiSessions(database.shared());
    tokens = new JdbiApiTokens(database.shared());
    people = new People(database.shared());
  }

  private static String key() {
    return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
  }

  @Test
  void findsAnAccountByIdAndSignInInAnyCase() {
    String signIn = "wang.lin-" + UUID.randomUUID();
    Account account =
        new Account(
            UUID.randomUUID(),
            " " + signIn.toUpperCase(java.util.Locale.ROOT),
            "王琳",
            Role.REP,
            true,
            MARCH);
    assertThat(accounts.add(account, "hash")).isTrue();
    assertThat(accounts.find(account.id())).contains(account);
    assertThat(accounts.bySignIn("  " + signIn + " ")).contains(account);
    assertThat(account.signIn()).isEqualTo(signIn);
    assertThat(accounts.all()).contains(account);
    assertThat(accounts.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void aSignInNameIsTakenOnce() {
    Account first = people.account(Role.REP);
    Account second =
        new Account(UUID.randomUUID(), first.signIn(), "Other", Role.ADMIN, true, MARCH);
    assertThat(accounts.add(second, "hash")).isFalse();
    assertThat(accounts.find(second.id())).isEmpty();
  }

  @Test
  void countsWrongPasswordsUntilOneIsRight() {
    Account account = people.account(Role.REP);
    assertThat(accounts.secret(account.id())).contains(new Secret("hash", 0, null));
    accounts.failed(account.id(), null);
    accounts.failed(account.id(), APRIL);
    assertThat(accounts.secret(account.id())).contains(new Secret("hash", 2, APRIL));
    accounts.succeeded(account.id());
    assertThat(accounts.secret(account.id())).contains(new Secret("hash", 0, null));
    accounts.failed(account.id(), MAY);
    accounts.setSecret(account.id(), "new");
    assertThat(accounts.secret(account.id())).contains(new Secret("new", 0, null));
  }

  @Test
  void anInactiveAccountIsNoAdministrator() {
    JdbiAccounts alone = new JdbiAccounts(Database.jdbi(database.migrated()));
    assertThat(alone.anyActive(Role.ADMIN)).isFalse();
    Account admin = new Account(UUID.randomUUID(), "root", "Root", Role.ADMIN, true, MARCH);
    alone.add(admin, "hash");
    assertThat(alone.anyActive(Role.ADMIN)).isTrue();
    alone.setActive(admin.id(), false);
    assertThat(alone.anyActive(Role.ADMIN)).isFalse();
  }

  @Test
  void teamsAndMembershipsComeBack() {
    Team above = people.team(null);
    Team below = people.team(above);
    assertThat(teams.all()).contains(above, below);
    Account account = people.account(Role.REP);
    Membership early = people.member(account, below, false, MARCH, APRIL);
    Membership late = people.member(account, above, true, APRIL, null);
    assertThat(teams.of(account.id())).containsExactly(early, late);
    assertThat(teams.in(above.id())).containsExactly(late);
    assertThat(teams.leave(late.id(), MAY)).isTrue();
    assertThat(teams.leave(late.id(), MAY)).isFalse();
    assertThat(teams.of(account.id()).getLast().until()).isEqualTo(MAY);
  }

  @Test
  void sessionsEndOneByOneAllTogetherAndWithTime() {
    Account account = people.account(Role.REP);
    Session one = new Session(key(), account.id(), "csrf", APRIL, APRIL);
    Session two = new Session(key(), account.id(), "csrf", APRIL, APRIL);
    Session three = new Session(key(), account.id(), "csrf", APRIL, MAY);
    sessions.open(one);
    sessions.open(two);
    sessions.open(three);
    sessions.seen(one.key(), MAY);
    assertThat(sessions.find(one.key()).orElseThrow().lastSeen()).isEqualTo(MAY);
    sessions.sweep(MAY, MARCH);
    assertThat(sessions.find(two.key())).isEmpty();
    assertThat(sessions.find(three.key())).contains(three);
    sessions.close(three.key());
    assertThat(sessions.find(three.key())).isEmpty();
    sessions.closeAll(account.id());
    assertThat(sessions.find(one.key())).isEmpty();
  }

  @Test
  void onlyItsOwnerWithdrawsAToken() {
    Account account = people.account(Role.REP);
    Account other = people.account(Role.REP);
    ApiToken token = new ApiToken(UUID.randomUUID(), account.id(), "export", APRIL, MAY, null);
    String key = key();
    tokens.add(token, key);
    assertThat(tokens.find(key)).contains(token);
    tokens.used(token.id(), APRIL);
    assertThat(tokens.of(account.id()))
        .containsExactly(new ApiToken(token.id(), account.id(), "export", APRIL, MAY, APRIL));
    assertThat(tokens.withdraw(other.id(), token.id())).isFalse();
    assertThat(tokens.withdraw(account.id(), token.id())).isTrue();
    assertThat(tokens.find(key)).isEmpty();
  }
}
