package dev.dealcoach.service;

import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.web.account.SignInResource.SampleAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invented company to try the program with: three teams, their people, deals and reviews. */
final class SampleCompany {
  /** No secret: the sign-in page shows it. Never used where a real account exists. */
  private static final String PASSWORD = "try-dealcoach";

  private static final long LARGEST = 1L << 20;

  private static final List<SampleAccount> PEOPLE =
      List.of(
          new SampleAccount("lin", "林晓舟", "rep", PASSWORD),
          new SampleAccount("zhou", "周以宁", "rep", PASSWORD),
          new SampleAccount("hart", "Nora Hart", "rep", PASSWORD),
          new SampleAccount("shen", "沈岳", "manager", PASSWORD),
          new SampleAccount("gu", "顾明远", "manager", PASSWORD),
          new SampleAccount("tao", "陶然", "trainer", PASSWORD),
          new SampleAccount("admin", "管理员", "admin", PASSWORD));

  private final AccountStore accounts;
  private final TeamStore teams;
  private final DealStore deals;
  private final ProposalStore proposals;
  private final Blobs blobs;
  private final Passwords passwords;
  private final InstantSource clock;

  SampleCompany(
      AccountStore accounts,
      TeamStore teams,
      DealStore deals,
      ProposalStore proposals,
      Blobs blobs,
      Passwords passwords,
      InstantSource clock) {
    this.accounts = accounts;
    this.teams = teams;
    this.deals = deals;
    this.proposals = proposals;
    this.blobs = blobs;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** The accounts that can be tried, as long as the sample company is what is in the database. */
  List<SampleAccount> accounts() {
    return PEOPLE.stream()
        .filter(
            person ->
                accounts
                    .bySignIn(person.signIn())
                    .filter(account -> account.active() && account.name().equals(person.name()))
                    .isPresent())
        .toList();
  }

  /** Fills the database, unless it has accounts already. */
  void load() {
    if (!accounts.all().isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Instant joined = now.minus(Duration.ofDays(200));
    String hash = passwords.hash(PASSWORD);
    for (SampleAccount person : PEOPLE) {
      Role role = Role.ofId(person.role()).orElseThrow();
      accounts.add(
          new Account(UUID.randomUUID(), person.signIn(), person.name(), role, true, joined), hash);
    }
    Team sales = team("销售部", null);
    Team east = team("华东一组", sales);
    Team overseas = team("Overseas", sales);
    member("gu", sales, true, joined);
    member("shen", east, true, joined);
    member("lin", east, false, joined);
    member("zhou", east, false, joined);
    member("hart", overseas, false, joined);

    UUID tooling = deal("lin", "砺锋冲压", "汽车零部件", "模具寿命管理", "模具管理系统", Deal.Stage.PROPOSAL, now);
    say(
        "lin",
        tooling,
        now,
        List.of(
            "我们冲压二线上个月停了十一次，每次找模具都得翻半天。",
            "客户审核的时候问我这副模具冲了多少次，我答不上来，当场挺丢人的。",
            "你们跟我们现在用的表格比，到底省在哪里？"));
    proposal("lin", tooling, "模具寿命管理方案.md", now);
    deal("lin", "云岫食品", "食品", "冷链追溯", "追溯平台", Deal.Stage.DISCOVERY, now);
    deal("zhou", "青禾纺织", "纺织", "排产改造", "排产系统", Deal.Stage.LEAD, now);
    UUID cold =
        deal(
            "hart",
            "Alder Foods",
            "Food",
            "Cold-store monitoring",
            "Sensors",
            Deal.Stage.PROPOSAL,
            now);
    say(
        "hart",
        cold,
        now,
        List.of(
            "We lost two pallets in March because nobody saw the temperature rise overnight.",
            "Our auditor wants the readings of the last five years within a day."));
    proposal("hart", cold, "cold-store-monitoring.md", now);
  }

  private Account account(String signIn) {
    return accounts.bySignIn(signIn).orElseThrow();
  }

  private Team team(String name, @Nullable Team parent) {
    Team team = new Team(UUID.randomUUID(), name, parent == null ? null : parent.id());
    teams.add(team);
    return team;
  }

  private void member(String signIn, Team team, boolean leads, Instant since) {
    teams.join(
        new Membership(UUID.randomUUID(), account(signIn).id(), team.id(), leads, since, null));
  }

  private UUID deal(
      String owner,
      String customer,
      String industry,
      String title,
      String product,
      Deal.Stage stage,
      Instant now) {
    LocalDate contact = LocalDate.ofInstant(now.minus(Duration.ofDays(20)), ZoneOffset.UTC);
    NewDeal deal =
        new NewDeal(
            customer,
            industry,
            account(owner).id(),
            title,
            product,
            stage,
            contact,
            now.minus(Duration.ofDays(18)));
    if (deals.add(deal, null) instanceof Creation.New(UUID id)) {
      return id;
    }
    throw new IllegalStateException("a new deal is new");
  }

  private void say(String author, UUID deal, Instant now, List<String> texts) {
    Instant at = now.minus(Duration.ofDays(10));
    UUID by = account(author).id();
    deals.say(
        texts.stream()
            .map(
                text ->
                    new Statement(UUID.randomUUID(), deal, by, Statement.Source.TYPED, text, at))
            .toList(),
        null);
  }

  private void proposal(String author, UUID deal, String fileName, Instant now) {
    try (InputStream in = SampleCompany.class.getResourceAsStream("sample/" + fileName)) {
      if (in == null) {
        throw new IllegalStateException(fileName + " is missing from the program");
      }
      if (!(blobs.put(in, LARGEST) instanceof BlobResult.Stored stored)) {
        throw new IllegalStateException("the sample company's files cannot be stored");
      }
      Account by = account(author);
      List<String> said =
          deals
              .statements(deal, new dev.dealcoach.service.people.Sight(by.id(), java.util.Set.of()))
              .stream()
              .map(Statement::text)
              .toList();
      proposals.accept(
          new Upload(
              deal,
              null,
              fileName.substring(0, fileName.lastIndexOf('.')),
              fileName,
              stored.blob(),
              by.id(),
              now,
              said,
              Urgency.LATER),
          null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
