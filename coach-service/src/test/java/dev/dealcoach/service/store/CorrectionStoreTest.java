package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static dev.dealcoach.service.store.People.own;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.Judgement;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.correction.Candidate;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.Corrections;
import dev.dealcoach.service.correction.Corrections.Result;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Deciders;
import dev.dealcoach.service.correction.Dispute;
import dev.dealcoach.service.correction.Held;
import dev.dealcoach.service.correction.Item;
import dev.dealcoach.service.correction.JudgedSummary;
import dev.dealcoach.service.correction.Said;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.correction.Subjects;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepFigures;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewWork;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people say of scores: what holds afterwards, who is told, who decides, what waits. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CorrectionStoreTest {
  @Parameter TestDatabase database;

  private Jdbi jdbi;
  private People people;
  private JdbiContacts contacts;
  private JdbiProposals proposals;
  private JdbiCorrections store;
  private JdbiNotices notices;
  private Access access;
  private Deciders deciders;
  private Corrections corrections;
  private Account rep;
  private Account direct;
  private Account above;
  private Team team;
  private UUID deal;

  @BeforeEach
  void open() {
    DataSource source = database.migrated();
    jdbi = Database.jdbi(source);
    people = new People(jdbi);
    contacts = new JdbiContacts(jdbi);
    proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    store = new JdbiCorrections(jdbi);
    notices = new JdbiNotices(jdbi);
    JdbiTeams teams = new JdbiTeams(jdbi);
    JdbiAccounts accounts = new JdbiAccounts(jdbi);
    access =
        new Access(
            teams, new JdbiDeals(jdbi), proposals, contacts, new JdbiAuditLog(jdbi), () -> JUNE);
    deciders = new Deciders(store, teams, accounts, contacts, proposals, access, () -> JUNE);
    corrections = new Corrections(store, deciders, () -> JUNE);
    rep = people.account(Role.REP);
    direct = people.account(Role.MANAGER);
    above = people.account(Role.MANAGER);
    Team top = people.team(null);
    team = people.team(top);
    people.member(rep, team, false, MARCH, null);
    people.member(direct, team, true, MARCH, null);
    people.member(above, top, true, MARCH, null);
    deal = deal("砺锋冲压");
  }

  private UUID deal(String customer) {
    NewDeal made = new NewDeal(customer, "", rep.id(), "D", "", Deal.Stage.LEAD, null, MARCH);
    return ((Creation.New) new JdbiDeals(jdbi).add(made, null)).id();
  }

  private static Viewer viewer(Account account) {
    return new Viewer(account, null);
  }

  /** A summary with pain covered, budget partial, the others missing: 30 points. */
  private static NewSummary summary(boolean filler, Instant at) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("pain", filler ? "missing" : "covered");
    items.put("budget", filler ? "missing" : "partial");
    items.put("decision_maker", "missing");
    items.put("competitor", "missing");
    items.put("next_step", "missing");
    String report =
        "{\"filler\":false,\"vague\":[],\"items\":{\"pain\":{\"evidence\":"
            + "[{\"text\":\"刘经理说停了九次\",\"start\":0,\"end\":8}]}}}";
    return new NewSummary(
        "刘经理说停了九次，砺锋冲压",
        new Judgement(
            Language.ZH,
            filler ? 0 : 30,
            filler,
            items,
            Map.of(Language.ZH, report),
            "standard",
            "a".repeat(64),
            "[]"),
        null,
        at);
  }

  private Subject contact(Instant at) {
    return contact(summary(false, at), at);
  }

  private Subject contact(@Nullable NewSummary summary, Instant at) {
    NewContact made = new NewContact(deal, rep.id(), Contact.Kind.VISIT, "刘经理", at, at);
    Subject subject = subject(((Creation.New) contacts.add(made, summary, null)).id());
    forgetFigureChanges();
    return subject;
  }

  private Subject subject(UUID contact) {
    return Subject.of(contacts.find(contact).orElseThrow());
  }

  /** A proposal with the point of evidence alone. */
  private Subject review(Instant at) {
    Blob blob = new Blob("d".repeat(64), 12);
    Upload upload = new Upload(deal, null, "P", "p.md", blob, rep.id(), at, List.of(), Urgency.NOW);
    UUID review = ((Creation.New) proposals.accept(upload, null)).id();
    ReviewWork begun = proposals.begin(review).orElseThrow();
    String report =
        "{\"gold\":{\"score\":1,\"pain_quote\":{\"met\":false},\"evidence\":{\"met\":true},"
            + "\"objections\":{\"met\":false}}}";
    ReviewResult.Wording wording = new ReviewResult.Wording(report, "");
    proposals.done(
        begun,
        new ReviewResult("md", 1, "p", "c".repeat(64), "[]", Map.of(Language.EN, wording)),
        at);
    forgetFigureChanges();
    return Subject.of(proposals.find(review).orElseThrow());
  }

  /** What making the material noted. */
  private void forgetFigureChanges() {
    jdbi.useHandle(handle -> handle.execute("delete from figure_changes"));
  }

  private RepFigures figuresOfRep() {
    WorkCalendar days = WorkCalendar.of(ZoneOffset.UTC);
    return new JdbiFigures(jdbi, days, Lights.PRESET_60_40)
        .figures(rep.id(), days.day(MARCH), days.day(APRIL).plusDays(2));
  }

  private Result judge(Account by, Subject subject, String item, String value, String reason) {
    return corrections.judge(viewer(by), subject, item, value, reason, null);
  }

  private static void kept(Result result) {
    assertThat(result).isInstanceOf(Result.Done.class);
  }

  private static void refused(Result result, Why why) {
    assertThat(result).isEqualTo(new Result.Refused(why));
  }

  private List<String> told(Account account) {
    return notices.of(account.id(), PageRequest.first()).items().stream()
        .map(Notice::kind)
        .toList();
  }

  private List<Instant> figureChanges() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select at from figure_changes where account = :rep order by number")
                .bind("rep", rep.id())
                .mapTo(Instant.class)
                .list());
  }

  private UUID dispute(Subject subject, String item) {
    Result result = corrections.dispute(subject, item, "白纸黑字，有邮件", null, "", null);
    return ((Creation.New) ((Result.Done) result).creation()).id();
  }

  @Test
  void anOverriddenItemHoldsAndTheMachineStaysVisible() {
    Subject subject = contact(APRIL);
    kept(judge(direct, subject, "budget", "covered", "预算邮件我看过"));
    Contact now = contacts.find(subject.id()).orElseThrow();
    assertThat(now.score()).isEqualTo(40);
    assertThat(now.machineScore()).isEqualTo(30);
    assertThat(contacts.items(subject.summary())).containsEntry("budget", "covered");
    assertThat(contacts.best(deal, own(rep))).containsEntry("budget", "covered");
    assertThat(store.held(subject)).contains(new Held(Item.BUDGET, "partial", "covered"));
    Correction said = store.corrections(subject).getFirst();
    assertThat(said.kind()).isEqualTo(Correction.Kind.OVERRIDDEN);
    assertThat(said.machine()).isEqualTo("partial");
    assertThat(said.reason()).isEqualTo("预算邮件我看过");
    assertThat(said.authorName()).isEqualTo(direct.name());
    assertThat(told(rep)).containsExactly(Notice.SCORE_CORRECTED);
    // the figures of the day on which the contact was held, not of today
    assertThat(figureChanges()).containsExactly(APRIL);
    assertThat(figuresOfRep().discovery()).isEqualTo(40.0);
    forgetFigureChanges();
    // and back: the machine's word holds again, which needs a reason too
    refused(judge(direct, subject, "budget", "partial", " "), Why.NO_REASON);
    kept(judge(direct, subject, "budget", "partial", "看错了邮件"));
    assertThat(contacts.find(subject.id()).orElseThrow().machineScore()).isNull();
    assertThat(contacts.find(subject.id()).orElseThrow().score()).isEqualTo(30);
    assertThat(figureChanges()).hasSize(1);
  }

  @Test
  void aConfirmationNeedsNoReasonAndChangesNothing() {
    Subject subject = contact(APRIL);
    kept(judge(direct, subject, "pain", "covered", ""));
    assertThat(store.corrections(subject).getFirst().kind()).isEqualTo(Correction.Kind.CONFIRMED);
    assertThat(contacts.find(subject.id()).orElseThrow().machineScore()).isNull();
    assertThat(told(rep)).isEmpty();
    assertThat(figureChanges()).isEmpty();
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    Subject subject = contact(APRIL);
    refused(judge(direct, subject, "pain", "missing", ""), Why.NO_REASON);
    refused(judge(direct, subject, "pain", "met", "x"), Why.UNFIT);
    refused(judge(direct, subject, "evidence", "met", "x"), Why.UNFIT);
    refused(judge(direct, subject, "pain", "missing", "x".repeat(501)), Why.UNFIT);
    refused(judge(rep, subject, "pain", "missing", "x"), Why.OWN);
    assertThat(store.corrections(subject)).isEmpty();
  }

  @Test
  void aPointOfAProposalIsCorrected() {
    Subject subject = review(APRIL);
    assertThat(store.held(subject))
        .containsExactly(
            new Held(Item.PAIN_QUOTE, "not_met", "not_met"),
            new Held(Item.EVIDENCE, "met", "met"),
            new Held(Item.OBJECTIONS, "not_met", "not_met"));
    kept(judge(direct, subject, "pain_quote", "met", "第二页就是原话"));
    kept(judge(above, subject, "evidence", "not_met", "都是承诺"));
    kept(judge(above, subject, "objections", "met", "附录里有"));
    assertThat(proposals.find(subject.id()).orElseThrow().gold()).isEqualTo(2);
    assertThat(proposals.find(subject.id()).orElseThrow().machineGold()).isEqualTo(1);
    assertThat(proposals.correctedPoints(subject.id()))
        .containsExactly(
            Map.entry("evidence", false),
            Map.entry("objections", true),
            Map.entry("pain_quote", true));
    assertThat(figureChanges()).containsExactly(APRIL, APRIL, APRIL);
    assertThat(figuresOfRep().gold()).isEqualTo(2.0);
    kept(judge(direct, subject, "pain_quote", "not_met", "是我们自己的口号"));
    assertThat(proposals.find(subject.id()).orElseThrow().gold()).isEqualTo(1);
    assertThat(proposals.find(subject.id()).orElseThrow().machineGold()).isEqualTo(1);
  }

  @Test
  void aPersonSaysWhetherASummaryIsScored() {
    Subject subject = contact(summary(true, APRIL), APRIL);
    assertThat(contacts.find(subject.id()).orElseThrow().counts()).isFalse();
    assertThat(store.held(subject).getLast()).isEqualTo(new Held(Item.SCORED, "aside", "aside"));
    kept(judge(direct, subject, "scored", "counts", "说得清楚"));
    kept(judge(direct, subject, "pain", "partial", "停机次数"));
    Contact now = contacts.find(subject.id()).orElseThrow();
    assertThat(now.counts()).isTrue();
    assertThat(now.score()).isEqualTo(10);
    assertThat(contacts.best(deal, own(rep))).containsEntry("pain", "partial");
    Subject other = contact(MAY);
    kept(judge(direct, other, "scored", "aside", "照着清单念"));
    assertThat(contacts.find(other.id()).orElseThrow().counts()).isFalse();
  }

  @Test
  void aSilentRecordingCanOnlyBeAgreedWith() {
    Subject subject = contact(null, APRIL);
    assertThat(store.held(subject)).isEmpty();
    UUID recording = UUID.randomUUID();
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into blobs (sha256, bytes, created) values (?, 1, ?)", "e".repeat(64), APRIL);
          handle.execute(
              "insert into recordings (id, contact, audio, language, state, attempts, accepted)"
                  + " values (?, ?, ?, 'zh', 'DONE', 1, ?)",
              recording,
              subject.id(),
              "e".repeat(64),
              APRIL);
          handle.execute(
              "insert into recording_flags (recording, flag) values (?, 'SILENCE')", recording);
        });
    refused(judge(direct, subject, "scored", "counts", "x"), Why.UNFIT);
    refused(corrections.dispute(subject, "scored", "x", null, "", null), Why.UNFIT);
    assertThat(store.candidates(sight(direct), MARCH).getFirst().flags())
        .containsExactly("SILENCE");
    kept(judge(direct, subject, "scored", "aside", ""));
    assertThat(store.candidates(sight(direct), MARCH).getFirst().judged()).isTrue();
    assertThat(store.said(null)).isEmpty();
    assertThat(store.judged(null)).isEmpty();
  }

  @Test
  void aNewVersionHasTheMachinesValuesAgain() {
    Subject first = contact(APRIL);
    kept(judge(direct, first, "budget", "covered", "邮件"));
    dispute(first, "pain");
    contacts.summarise(first.id(), summary(false, MAY), null);
    Subject second = subject(first.id());
    assertThat(contacts.find(first.id()).orElseThrow().score()).isEqualTo(30);
    assertThat(contacts.find(first.id()).orElseThrow().machineScore()).isNull();
    assertThat(store.corrections(second)).isEmpty();
    // what is said of the version before comes too late
    refused(judge(direct, first, "pain", "partial", "x"), Why.DISPUTED);
    refused(judge(direct, first, "competitor", "partial", "x"), Why.OVERTAKEN);
    assertThat(store.open()).isEmpty();
    kept(judge(direct, second, "pain", "covered", ""));
  }

  @Test
  void anotherManagerUpTheTreeDecides() {
    Subject subject = contact(APRIL);
    kept(judge(direct, subject, "pain", "partial", "没有数字"));
    Once once = new Once(rep.id(), "key", "e".repeat(64));
    Result first = corrections.dispute(subject, "pain", "有数字", null, "", once);
    Result again = corrections.dispute(subject, "pain", "有数字", null, "", once);
    UUID id = ((Creation.New) ((Result.Done) first).creation()).id();
    assertThat(((Result.Done) again).creation()).isEqualTo(new Creation.Earlier(id));
    refused(corrections.dispute(subject, "pain", "再来", null, "", null), Why.DISPUTED);
    Dispute open = store.dispute(id).orElseThrow();
    assertThat(open.disputed()).isEqualTo("partial");
    assertThat(open.trainers()).isFalse();
    assertThat(store.open()).containsExactly(open);
    assertThat(told(above)).containsExactly(Notice.DISPUTE_OPEN);
    assertThat(told(direct)).containsExactly(Notice.DISPUTE_TOLD);
    assertThat(deciders.managers(subject, Item.PAIN)).containsExactly(above.id());
    assertThat(deciders.may(viewer(direct), open, subject)).isFalse();
    assertThat(deciders.may(viewer(above), open, subject)).isTrue();
    assertThat(deciders.may(viewer(people.account(Role.TRAINER)), open, subject)).isFalse();
    refused(judge(above, subject, "pain", "covered", "x"), Why.DISPUTED);

    assertThat(corrections.decide(viewer(above), subject, open, "covered", ""))
        .contains(Why.NO_REASON);
    assertThat(corrections.decide(viewer(above), subject, open, "covered", "九次就是数字")).isEmpty();
    assertThat(corrections.decide(viewer(above), subject, open, "partial", "again"))
        .contains(Why.OVERTAKEN);
    Dispute ended = store.dispute(id).orElseThrow();
    assertThat(ended.state()).isEqualTo(Dispute.State.CHANGED);
    assertThat(ended.ended()).isEqualTo(JUNE);
    assertThat(contacts.find(subject.id()).orElseThrow().score()).isEqualTo(30);
    assertThat(told(rep)).contains(Notice.DISPUTE_DECIDED);
    assertThat(told(direct)).contains(Notice.DISPUTE_DECIDED);
    assertThat(told(above)).doesNotContain(Notice.DISPUTE_DECIDED);
    assertThat(store.corrections(subject).getLast().dispute()).isEqualTo(id);
    refused(judge(direct, subject, "pain", "missing", "x"), Why.SETTLED);
    assertThat(store.said(sight(above)))
        .containsExactly(new Said(subject.summary(), Item.PAIN, "covered", "covered", false));
  }

  @Test
  void theMachineIsDisputedToo() {
    Subject subject = review(APRIL);
    UUID id = dispute(subject, "objections");
    assertThat(deciders.managers(subject, Item.OBJECTIONS))
        .containsExactly(direct.id(), above.id());
    Dispute open = store.dispute(id).orElseThrow();
    assertThat(corrections.decide(viewer(direct), subject, open, "not_met", "只有一组")).isEmpty();
    assertThat(store.dispute(id).orElseThrow().state()).isEqualTo(Dispute.State.UPHELD);
    assertThat(proposals.find(subject.id()).orElseThrow().machineGold()).isNull();
    assertThat(figureChanges()).isEmpty();
  }

  @Test
  void trainersDecideWhereNobodyIsAbove() {
    Account trainer = people.account(Role.TRAINER);
    Subject subject = contact(APRIL);
    kept(judge(direct, subject, "pain", "partial", "没有数字"));
    kept(judge(above, subject, "pain", "missing", "根本没有"));
    UUID id = dispute(subject, "pain");
    Dispute open = store.dispute(id).orElseThrow();
    assertThat(open.trainers()).isTrue();
    assertThat(deciders.may(viewer(trainer), open, subject)).isTrue();
    assertThat(deciders.may(viewer(above), open, subject)).isFalse();
    Notice told = notices.of(trainer.id(), PageRequest.first()).items().getFirst();
    assertThat(told.kind()).isEqualTo(Notice.DISPUTE_TRAINERS);
    assertThat(told.detail()).isEmpty();
  }

  @Test
  void aManagerLeavesADisputeToTheTrainers() {
    Account trainer = people.account(Role.TRAINER);
    Subject subject = contact(APRIL);
    Dispute open = store.dispute(dispute(subject, "pain")).orElseThrow();
    assertThat(deciders.may(viewer(trainer), open, subject)).isFalse();
    assertThat(corrections.toTrainers(open)).isTrue();
    assertThat(corrections.toTrainers(open)).isFalse();
    Dispute given = store.dispute(open.id()).orElseThrow();
    assertThat(deciders.may(viewer(trainer), given, subject)).isTrue();
    assertThat(told(trainer)).containsExactly(Notice.DISPUTE_TRAINERS);
    assertThat(new Subjects(contacts, proposals).then(given)).contains(subject);
  }

  @Test
  void blindWordsChangeNothingAndCountApart() {
    Subject subject = contact(APRIL);
    Map<String, String> values =
        Map.of(
            "pain", "partial",
            "budget", "partial",
            "decision_maker", "missing",
            "competitor", "missing",
            "next_step", "missing");
    refused(corrections.blind(viewer(direct), subject, Map.of("pain", "partial"), null), Why.UNFIT);
    kept(corrections.blind(viewer(direct), subject, values, null));
    assertThat(contacts.find(subject.id()).orElseThrow().score()).isEqualTo(30);
    assertThat(figureChanges()).isEmpty();
    assertThat(told(rep)).isEmpty();
    refused(corrections.blind(viewer(direct), subject, values, null), Why.SEEN);
    kept(judge(direct, subject, "pain", "covered", ""));
    assertThat(store.said(null))
        .contains(
            new Said(subject.summary(), Item.PAIN, "covered", "partial", true),
            new Said(subject.summary(), Item.PAIN, "covered", "covered", false));
    // who has opened the result cannot judge blind any more
    access.contact(viewer(above), subject.id(), "blind");
    assertThat(corrections.mayBlind(viewer(above), subject)).isTrue();
    access.contact(viewer(above), subject.id(), "page");
    assertThat(corrections.mayBlind(viewer(above), subject)).isFalse();
    refused(corrections.blind(viewer(above), subject, values, null), Why.SEEN);
  }

  @Test
  void whatWaitsIsSeenThroughTheTeam() {
    Subject poor = contact(APRIL);
    Subject filler = contact(summary(true, MAY), MAY);
    Subject proposal = review(MAY);
    List<Candidate> all = store.candidates(sight(direct), MARCH);
    assertThat(all)
        .extracting(Candidate::id)
        .containsExactlyInAnyOrder(poor.id(), filler.id(), proposal.id());
    assertThat(all.getLast().id()).isEqualTo(poor.id());
    assertThat(store.candidates(sight(direct), MAY)).hasSize(2);
    assertThat(store.candidates(own(rep), MARCH)).isEmpty();
    assertThat(store.candidates(own(people.account(Role.MANAGER)), MARCH)).isEmpty();
    assertThat(all.stream().filter(each -> each.id().equals(filler.id())).findFirst().get().flags())
        .containsExactly("FILLER");
    assertThat(all).noneMatch(Candidate::judged);
    kept(judge(direct, poor, "pain", "covered", ""));
    assertThat(store.candidates(sight(direct), MARCH))
        .filteredOn(Candidate::judged)
        .extracting(Candidate::id)
        .containsExactly(poor.id());
  }

  @Test
  void judgedSummariesBecomeCases() {
    Subject subject = contact(APRIL);
    contact(MAY);
    kept(judge(direct, subject, "budget", "missing", "只是猜的"));
    JudgedSummary judged = store.judged(sight(direct)).getFirst();
    assertThat(store.judged(null)).hasSize(1);
    assertThat(store.judged(own(people.account(Role.MANAGER)))).isEmpty();
    assertThat(judged.id()).isEqualTo(subject.summary());
    assertThat(judged.judged()).containsExactly("budget");
    assertThat(judged.blind()).isEmpty();
    assertThat(judged.held()).containsEntry("pain", "covered").containsEntry("budget", "missing");
    String line =
        new dev.dealcoach.service.correction.LabelledCases(new JdbiKnownNames(jdbi))
            .of(List.of(judged));
    assertThat(line)
        .contains("\"lang\":\"zh\"", "\"budget\":\"missing\"", "\"judged\":[\"budget\"]")
        .contains("\"pain\":\"某经理说停了九次\"")
        .doesNotContain("刘经理")
        .doesNotContain("砺锋");
  }

  private Sight sight(Account manager) {
    return new Sight(manager.id(), Set.of(team.id()));
  }
}
