package dev.dealcoach.service.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.Judgement;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.Held;
import dev.dealcoach.service.correction.Item;
import dev.dealcoach.service.correction.NewCorrection;
import dev.dealcoach.service.correction.NewDispute;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.setting.Setting;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiAuditLog;
import dev.dealcoach.service.store.JdbiContacts;
import dev.dealcoach.service.store.JdbiCorrections;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiErasure;
import dev.dealcoach.service.store.JdbiProposals;
import dev.dealcoach.service.store.JdbiReplays;
import dev.dealcoach.service.store.JdbiSettings;
import dev.dealcoach.service.store.JdbiTasks;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.Schema;
import dev.dealcoach.service.store.TestDatabase;
import dev.dealcoach.service.task.NewTask;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is erased is in no table and no file any more, and nothing else is. */
class ErasureTest {
  /** Columns with an id that are no foreign keys, and may outlive what they name: they are ids. */
  private static final Set<String> LOOSE =
      Set.of(
          "audit_log.actor",
          "creations.created_id",
          "settings.changed_by",
          "contact_summaries.copy_of",
          "figure_changes.account",
          "recording_flags.repeats");

  private static final Map<String, Schema> SCHEMAS = new HashMap<>();

  @TempDir Path folder;

  /** A rep with a deal, a statement and a proposal. */
  private record Work(Account rep, UUID deal, Blob document) {}

  private Work work(Jdbi jdbi, DataSource source, FolderBlobs files, String word, String document)
      throws Exception {
    People people = new People(jdbi);
    Account rep = people.account(Role.REP);
    Team team = people.team(null);
    people.member(rep, team, false, People.MARCH, null);
    JdbiDeals deals = new JdbiDeals(jdbi);
    NewDeal deal =
        new NewDeal(
            "Customer " + word, "", rep.id(), word, word, Deal.Stage.LEAD, null, People.MARCH);
    UUID id = ((Creation.New) deals.add(deal, null)).id();
    deals.say(
        List.of(
            new Statement(
                UUID.randomUUID(), id, rep.id(), Statement.Source.TYPED, word, People.MARCH)),
        null);
    Blob blob =
        ((BlobResult.Stored)
                files.put(
                    new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), 1000))
            .blob();
    new JdbiProposals(jdbi, new DbSchedulerQueue(source))
        .accept(
            new Upload(
                id,
                null,
                word,
                word + ".md",
                blob,
                rep.id(),
                People.APRIL,
                List.of(word),
                Urgency.NOW),
            null);
    JdbiTasks tasks = new JdbiTasks(jdbi);
    UUID task =
        ((Creation.New)
                tasks.add(
                    new NewTask(
                        rep.id(),
                        people.account(Role.MANAGER).id(),
                        word,
                        word,
                        LocalDate.of(2026, 5, 1),
                        TaskSource.of("/deals/" + id + "/contacts/" + UUID.randomUUID()),
                        People.MARCH),
                    null))
            .id();
    tasks.change(task, Task.State.DONE, rep.id(), word, People.APRIL);
    JdbiReplays replays = new JdbiReplays(jdbi);
    UUID replay =
        replays.keep(
            team.id(),
            YearMonth.of(2026, 3),
            1,
            1,
            List.of(id),
            people.account(Role.MANAGER).id(),
            People.APRIL);
    replays.mark(replay, id, rep.id(), "contact:1", word, People.APRIL);
    return new Work(rep, id, blob);
  }

  /** Every value of every table but the audit log. */
  private static String dump(DataSource source) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection connection = source.getConnection()) {
      for (Schema.Table table : schema(connection).tables()) {
        if (table.name().equals("audit_log") || table.name().equals("scheduled_tasks")) {
          continue;
        }
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("select * from " + table.name())) {
          while (rows.next()) {
            for (int i = 1; i <= table.columns().size(); i++) {
              all.append(table.name()).append(' ').append(rows.getString(i)).append('\n');
            }
          }
        }
      }
    }
    return all.toString();
  }

  /** A PostgreSQL takes seconds to tell it, and it is the same in every test. */
  private static Schema schema(Connection connection) throws SQLException {
    String database = connection.getMetaData().getDatabaseProductName();
    Schema known = SCHEMAS.get(database);
    if (known == null) {
      known = Schema.of(connection);
      SCHEMAS.put(database, known);
    }
    return known;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingOfAPersonIsLeftAndAllOfTheOthers(TestDatabase database) throws Exception {
    DataSource source = database.migrated();
    Jdbi jdbi = Database.jdbi(source);
    FolderBlobs files = new FolderBlobs(folder);
    Work gone = work(jdbi, source, files, "vanishing", "only hers");
    Work shared = work(jdbi, source, files, "staying", "of both");
    Work second = work(jdbi, source, files, "vanishing-too", "of both");
    String before = dump(source);
    assertThat(before).contains("vanishing", gone.rep().id().toString());

    JdbiErasure erasure = new JdbiErasure(jdbi, files);
    Erasure.Erased erased = erasure.account(gone.rep().id());
    assertThat(erased.files()).isEqualTo(1);
    assertThat(erasure.account(second.rep().id()).files()).isZero();

    String after = dump(source);
    assertThat(after)
        .doesNotContain("vanishing")
        .doesNotContain(gone.rep().id().toString())
        .contains("staying", shared.rep().id().toString());
    assertThat(files.find(gone.document())).isEmpty();
    assertThat(files.find(shared.document())).isPresent();
    assertThat(new JdbiAccounts(jdbi).find(gone.rep().id())).isEmpty();
    assertThat(erasure.account(gone.rep().id()).any()).isFalse();
  }

  /** What people said of a summary goes with it, with the rep, and with who said it. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void correctionsAndDisputesGoWithWhatTheyAreAbout(TestDatabase database) throws Exception {
    DataSource source = database.migrated();
    Jdbi jdbi = Database.jdbi(source);
    FolderBlobs files = new FolderBlobs(folder);
    Work work = work(jdbi, source, files, "kept", "a document");
    Account manager = new People(jdbi).account(Role.MANAGER);
    JdbiErasure erasure = new JdbiErasure(jdbi, files);
    Corrected each = new Corrected(jdbi, source, files, work, manager);

    Blob first = each.disputed("by time", People.MARCH);
    assertThat(dump(source)).contains("reason by time", "dispute by time");
    erasure.contactsBefore(People.MAY);
    assertThat(dump(source)).doesNotContain("by time");
    assertThat(files.find(first)).isEmpty();

    Blob second = each.disputed("by person", People.MARCH);
    erasure.account(manager.id());
    assertThat(dump(source))
        .doesNotContain("reason by person")
        .doesNotContain(manager.id().toString())
        .contains("dispute by person", "contact_summary_items covered");
    assertThat(files.find(second)).isPresent();
    erasure.account(work.rep().id());
    assertThat(dump(source)).doesNotContain("by person");
    assertThat(files.find(second)).isEmpty();
  }

  /** Makes contacts that a manager corrected and whose rep disputes it. */
  private record Corrected(
      Jdbi jdbi, DataSource source, FolderBlobs files, Work work, Account manager) {
    Blob disputed(String word, Instant at) throws Exception {
      JdbiContacts contacts = new JdbiContacts(jdbi);
      UUID contact =
          ((Creation.New)
                  contacts.add(
                      new NewContact(work.deal(), work.rep().id(), Contact.Kind.CALL, "", at, at),
                      new NewSummary(
                          "summary " + word,
                          new Judgement(
                              Language.EN,
                              0,
                              false,
                              Map.of("pain", "missing"),
                              Map.of(),
                              "p",
                              "c".repeat(64),
                              "[]"),
                          null,
                          at),
                      null))
              .id();
      Subject subject = Subject.of(contacts.find(contact).orElseThrow());
      JdbiCorrections store = new JdbiCorrections(jdbi);
      store.add(
          subject,
          List.of(
              new NewCorrection(
                  new Held(Item.PAIN, "missing", "missing"),
                  Correction.Kind.OVERRIDDEN,
                  "covered",
                  "reason " + word,
                  manager.id(),
                  at)),
          List.of(),
          null);
      Blob blob =
          ((BlobResult.Stored)
                  files.put(new ByteArrayInputStream(word.getBytes(StandardCharsets.UTF_8)), 1000))
              .blob();
      store.dispute(
          subject,
          new NewDispute(
              new Held(Item.PAIN, "missing", "covered"), "dispute " + word, blob, "f", false, at),
          id -> List.of(),
          null);
      return blob;
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSettingsSayWhatGoesWithTime(TestDatabase database) throws Exception {
    DataSource source = database.migrated();
    Jdbi jdbi = Database.jdbi(source);
    FolderBlobs files = new FolderBlobs(folder);
    Work work = work(jdbi, source, files, "old", "a document");
    JdbiSettings settings = new JdbiSettings(jdbi);
    JdbiAuditLog audit = new JdbiAuditLog(jdbi);
    Instant[] now = {People.MAY};
    Retention retention =
        new Retention(settings, new JdbiErasure(jdbi, files), audit, () -> now[0]);
    retention.run();
    assertThat(dump(source)).contains("proposals old");

    UUID admin = UUID.randomUUID();
    settings.set(Setting.PROPOSAL_DAYS, 40, admin, People.MAY);
    retention.run();
    assertThat(dump(source)).contains("proposals old"); // handed in 30 days ago
    now[0] = People.JUNE;
    retention.run();
    assertThat(dump(source)).doesNotContain("proposals old").contains("statements old");
    assertThat(files.find(work.document())).isEmpty();
    assertThat(audit.entries(PageRequest.first()).items().getFirst().subject())
        .isEqualTo("retention.proposal-days");

    settings.set(Setting.STATEMENT_DAYS, 40, admin, People.MAY);
    retention.run();
    assertThat(dump(source)).doesNotContain("statements old").contains("deals old");
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into contacts (id, deal, author, kind, people, held, created)"
                    + " values (?, ?, ?, 'CALL', 'Ms Old', ?, ?)",
                UUID.randomUUID(),
                work.deal(),
                work.rep().id(),
                People.MARCH,
                People.MARCH));
    settings.set(Setting.CONTACT_DAYS, 400, admin, People.MAY);
    retention.run();
    assertThat(dump(source)).contains("Ms Old");
    settings.set(Setting.CONTACT_DAYS, 40, admin, People.MAY);
    retention.run();
    assertThat(dump(source)).doesNotContain("Ms Old");
    settings.set(Setting.CLOSED_DEAL_DAYS, 10, admin, People.MAY);
    retention.run();
    assertThat(dump(source)).contains("deals old"); // it is open
    jdbi.useHandle(
        handle ->
            handle.execute("update deals set closed = ? where id = ?", People.MAY, work.deal()));
    retention.run();
    assertThat(dump(source)).doesNotContain("old\n").doesNotContain("Customer");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void filesThatNothingRefersToGoAfterADay(TestDatabase database) throws Exception {
    DataSource source = database.migrated();
    Jdbi jdbi = Database.jdbi(source);
    FolderBlobs files = new FolderBlobs(folder);
    Work work = work(jdbi, source, files, "w", "in use");
    Blob lost =
        ((BlobResult.Stored) files.put(new ByteArrayInputStream(new byte[] {1}), 10)).blob();
    Path unfinished = Files.write(folder.resolve("incoming").resolve("killed"), new byte[] {2});
    Instant old = Instant.now().minus(Duration.ofDays(2));
    for (Path each :
        List.of(
            files.find(lost).orElseThrow(),
            files.find(work.document()).orElseThrow(),
            unfinished)) {
      Files.setLastModifiedTime(each, FileTime.from(old));
    }
    JdbiErasure erasure = new JdbiErasure(jdbi, files);
    assertThat(erasure.unusedFilesBefore(old.minusSeconds(1)).files()).isZero();
    assertThat(erasure.unusedFilesBefore(old.plusSeconds(1)).files()).isEqualTo(1);
    assertThat(files.find(lost)).isEmpty();
    assertThat(unfinished).doesNotExist();
    assertThat(files.find(work.document())).isPresent();
  }

  /** What refers to something says so to the database, or erasing it would be forgotten. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everyIdThatNamesSomethingIsAForeignKey(TestDatabase database) throws Exception {
    List<String> loose = new ArrayList<>();
    try (Connection connection = database.migrated().getConnection()) {
      for (Schema.Table table : Schema.of(connection).tables()) {
        for (Schema.Column column : table.columns()) {
          boolean refers =
              table.references().stream()
                  .anyMatch(reference -> reference.column().equals(column.name()));
          boolean own = table.key().equals(List.of(column.name()));
          if (column.kind() == Schema.Kind.ID && !refers && !own) {
            loose.add(table.name() + "." + column.name());
          }
        }
      }
    }
    assertThat(loose).isSubsetOf(LOOSE);
  }
}
