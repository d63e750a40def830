package dev.dealcoach.service.store;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.Copies;
import dev.dealcoach.service.contact.Judgement;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealEdit;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewWork;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.recording.NewRecording;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.request.Creation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What people do in a company, written as the service writes it. */
final class FigureStory {
  static final List<String> ITEMS =
      List.of("pain", "budget", "decision_maker", "competitor", "next_step");
  private static final Map<Character, String> STATUSES =
      Map.of('c', "covered", 'p', "partial", 'm', "missing");

  final Jdbi jdbi;
  final JdbiDeals deals;
  final JdbiContacts contacts;
  final JdbiProposals proposals;
  final JdbiTeams teams;
  final People people;
  private final JdbiRecordings recordings;
  final List<UUID> held = new ArrayList<>();
  final List<UUID> reviews = new ArrayList<>();
  private int number;

  FigureStory(DataSource source) {
    jdbi = Database.jdbi(source);
    deals = new JdbiDeals(jdbi);
    contacts = new JdbiContacts(jdbi);
    proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    teams = new JdbiTeams(jdbi);
    people = new People(jdbi);
    recordings =
        new JdbiRecordings(
            jdbi,
            new RecordingQueue() {
              @Override
              public void add(java.sql.Connection transaction, UUID recording, Instant due) {}

              @Override
              public void committed() {}
            });
  }

  Account rep(Team team, Instant since) {
    Account rep = people.account(Role.REP);
    people.member(rep, team, false, since, null);
    return rep;
  }

  UUID deal(Account owner, @Nullable LocalDate firstContact, Instant at) {
    NewDeal deal =
        new NewDeal("C" + number++, "", owner.id(), "D", "", Deal.Stage.LEAD, firstContact, at);
    return ((Creation.New) deals.add(deal, null)).id();
  }

  void quote(UUID deal, @Nullable LocalDate firstContact, @Nullable LocalDate quote, Instant at) {
    deals.change(
        deal,
        new DealEdit(
            "C" + number++,
            "",
            "D",
            "",
            Deal.Stage.PROPOSAL,
            Deal.Outcome.OPEN,
            firstContact,
            quote,
            at));
  }

  /**
   * A summary's judgement.
   *
   * @param statuses a letter for each of {@link #ITEMS}: {@code c}, {@code p} or {@code m}
   */
  static NewSummary summary(String statuses, boolean filler, @Nullable UUID copyOf, Instant at) {
    Map<String, String> items = new LinkedHashMap<>();
    int score = 0;
    for (int i = 0; i < ITEMS.size(); i++) {
      items.put(ITEMS.get(i), STATUSES.get(statuses.charAt(i)));
      score += statuses.charAt(i) == 'c' ? 20 : statuses.charAt(i) == 'p' ? 10 : 0;
    }
    return new NewSummary(
        "words",
        new Judgement(
            Language.ZH, score, filler, items, Map.of(), "standard", "a".repeat(64), "[]"),
        copyOf == null ? null : new Copies.Copy(copyOf, 95),
        at);
  }

  /** A contact that is noted while it is held. */
  UUID contact(Account rep, UUID deal, Instant at, @Nullable NewSummary summary) {
    return contact(rep, deal, at, at, summary);
  }

  UUID contact(Account rep, UUID deal, Instant at, Instant noted, @Nullable NewSummary summary) {
    NewContact contact = new NewContact(deal, rep.id(), Contact.Kind.VISIT, "", at, noted);
    UUID id = ((Creation.New) contacts.add(contact, summary, null)).id();
    held.add(id);
    return id;
  }

  /** A contact with a key action. */
  UUID action(Account rep, UUID deal, Instant at, boolean confirmed) {
    String sha256 = UUID.randomUUID().toString().replace("-", "").repeat(2);
    NewContact contact = new NewContact(deal, rep.id(), Contact.Kind.CALL, "", at, at);
    UUID recording =
        ((Creation.New)
                recordings.accept(
                    new NewRecording(
                        contact, "demo", confirmed, new Blob(sha256, 9), SpokenIn.ZH, null),
                    null))
            .id();
    UUID id = recordings.find(recording).orElseThrow().contact();
    held.add(id);
    return id;
  }

  /**
   * A proposal with its review.
   *
   * @param rules of its findings
   */
  UUID review(Account rep, UUID deal, Instant at, int gold, String... rules) {
    Blob blob = new Blob("d".repeat(64), 12);
    Upload upload = new Upload(deal, null, "P", "p.md", blob, rep.id(), at, List.of(), Urgency.NOW);
    UUID review = ((Creation.New) proposals.accept(upload, null)).id();
    ReviewWork work = proposals.begin(review).orElseThrow();
    StringBuilder findings = new StringBuilder();
    for (String rule : rules) {
      findings
          .append(findings.isEmpty() ? "" : ",")
          .append("{\"rule\":\"")
          .append(rule)
          .append("\",\"severity\":\"warning\",\"location\":[{\"block\":1}],\"quote\":null}");
    }
    String praise = "{\"rule\":\"gold.evidence-there\",\"severity\":\"info\"}";
    String report =
        "{\"version\":1,\"document\":{\"unread\":[]},\"findings\":["
            + findings
            + (findings.isEmpty() ? "" : ",")
            + praise
            + "],\"pack\":{\"id\":\"standard\"}}";
    proposals.done(
        work,
        new ReviewResult(
            "md",
            gold,
            "p",
            "c".repeat(64),
            "[]",
            Map.of(Language.ZH, new ReviewResult.Wording(report, ""))),
        at);
    reviews.add(review);
    return review;
  }

  void move(Account rep, Team team, Instant at) {
    teams.move(new Membership(UUID.randomUUID(), rep.id(), team.id(), false, at, null));
  }

  /** What holds of a contact's latest summary after people have corrected it. */
  void correct(UUID contact, int score, String item, String status) {
    jdbi.useTransaction(
        handle -> {
          String latest =
              " (select s.id from contact_summaries s where s.contact = ? order by s.number desc"
                  + " fetch first 1 rows only)";
          handle.execute(
              "update contact_summaries set corrected_score = ? where id =" + latest,
              score,
              contact);
          handle.execute(
              "update contact_summary_items set corrected = ? where item = ? and summary ="
                  + latest,
              status,
              item,
              contact);
          FigureChanges.ofContact(handle, contact);
        });
  }

  void correctGold(UUID review, int gold) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("update reviews set corrected_gold = ? where id = ?", gold, review);
          FigureChanges.ofReview(handle, review);
        });
  }

  /** All rows that are kept of figures, as texts. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String table : List.of("rep_days", "rep_months", "review_rules")) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery("select * from " + table)
                  .mapToMap()
                  .forEach(row -> rows.add(table + " " + new java.util.TreeMap<>(row))));
    }
    rows.sort(null);
    return rows;
  }
}
