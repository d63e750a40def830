package dev.dealcoach.service.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.Held;
import dev.dealcoach.service.correction.Item;
import dev.dealcoach.service.correction.NewCorrection;
import dev.dealcoach.service.correction.NewDispute;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewWork;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiAuditLog;
import dev.dealcoach.service.store.JdbiCorrections;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiProposals;
import dev.dealcoach.service.store.JdbiTeams;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was backed up comes back, on the same kind of database and on the other. */
class BackupTest {
  @TempDir Path folder;
  private FolderBlobs files;
  private Path backup;

  @BeforeEach
  void folders() {
    files = new FolderBlobs(folder.resolve("files"));
    backup = folder.resolve("backup");
  }

  /** What a filled database holds. */
  private record Filled(Team below, UUID done, UUID waiting, Blob document) {}

  private Filled fill(DataSource source) throws Exception {
    Jdbi jdbi = Database.jdbi(source);
    People people = new People(jdbi);
    Account rep = people.account(Role.REP);
    Team above = people.team(null);
    Team below = people.team(above);
    people.member(rep, below, false, People.MARCH, null);
    new JdbiAuditLog(jdbi)
        .add(
            new AuditEntry(
                0, People.MARCH, rep.id(), AuditEntry.Act.CREATED, "deal", "x", "量 “\"\\\n"));
    NewDeal deal =
        new NewDeal("客户", "", rep.id(), "Deal 😀", "", Deal.Stage.LEAD, null, People.MARCH);
    UUID id = ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
    JdbiProposals proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    Blob document =
        ((BlobResult.Stored)
                files.put(
                    new ByteArrayInputStream("a proposal".getBytes(StandardCharsets.UTF_8)), 100))
            .blob();
    Upload upload =
        new Upload(
            id, null, "P", "p.md", document, rep.id(), People.MARCH, List.of("said"), Urgency.NOW);
    UUID done = ((Creation.New) proposals.accept(upload, null)).id();
    UUID waiting = ((Creation.New) proposals.accept(upload, null)).id();
    ReviewWork work = proposals.begin(done).orElseThrow();
    ReviewResult.Wording wording =
        new ReviewResult.Wording("{\"findings\":[{\"location\":[{\"block\":0}]}]}", "");
    proposals.done(
        work,
        new ReviewResult(
            "md",
            7,
            "pack",
            "0".repeat(64),
            "[{\"kind\":\"paragraph\",\"text\":\"a\"}]",
            Map.of(Language.ZH, wording, Language.EN, wording)),
        People.APRIL);
    return new Filled(below, done, waiting, document);
  }

  private Backup backup(DataSource source) {
    return new Backup(source, files, () -> People.MAY);
  }

  @ParameterizedTest
  @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
  void allComesBack(TestDatabase from, TestDatabase to) throws Exception {
    DataSource source = from.migrated();
    Filled filled = fill(source);
    Manifest written = backup(source).write(backup);
    assertThat(written.files()).isEqualTo(1);

    DataSource copy = to.empty();
    FolderBlobs copies = new FolderBlobs(folder.resolve("copies"));
    assertThat(new Restore(copy, copies).read(backup)).isEqualTo(written);

    Jdbi jdbi = Database.jdbi(copy);
    assertThat(new JdbiTeams(jdbi).all()).contains(filled.below());
    JdbiProposals there = new JdbiProposals(jdbi, new DbSchedulerQueue(copy));
    JdbiProposals here = new JdbiProposals(Database.jdbi(source), new DbSchedulerQueue(source));
    assertThat(there.find(filled.done())).isEqualTo(here.find(filled.done())).isPresent();
    assertThat(there.find(filled.waiting())).isEqualTo(here.find(filled.waiting())).isPresent();
    assertThat(there.wording(filled.done(), Language.ZH)).isPresent();
    assertThat(copies.find(filled.document())).isPresent();
    JdbiAuditLog log = new JdbiAuditLog(jdbi);
    assertThat(log.entries(PageRequest.first()).items())
        .isEqualTo(new JdbiAuditLog(Database.jdbi(source)).entries(PageRequest.first()).items());
    log.add(new AuditEntry(0, People.JUNE, null, AuditEntry.Act.READ, "review", "after it", ""));
    assertThat(log.entries(PageRequest.first()).items().getFirst().subject()).isEqualTo("after it");
    assertThat(new DataCheck(copy, copies).run().faults()).isEmpty();
    assertThat(new DataCheck(copy, copies).run().reviews()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"H2, POSTGRESQL", "POSTGRESQL, H2"})
  void correctionsAndWhatCameWithDisputesComeBack(TestDatabase from, TestDatabase to)
      throws Exception {
    DataSource source = from.migrated();
    Filled filled = fill(source);
    JdbiCorrections here = new JdbiCorrections(Database.jdbi(source));
    JdbiProposals proposals =
        new JdbiProposals(Database.jdbi(source), new DbSchedulerQueue(source));
    Account manager = new People(Database.jdbi(source)).account(Role.MANAGER);
    Subject subject = Subject.of(proposals.find(filled.done()).orElseThrow());
    Blob mail =
        ((BlobResult.Stored)
                files.put(new ByteArrayInputStream("a mail".getBytes(StandardCharsets.UTF_8)), 100))
            .blob();
    here.add(subject, List.of(said(Item.EVIDENCE, "met", manager)), List.of(), null);
    here.dispute(
        subject,
        new NewDispute(
            new Held(Item.EVIDENCE, "not_met", "met"), "why", mail, "m.txt", true, People.APRIL),
        id -> List.of(),
        null);
    assertThat(backup(source).write(backup).files()).isEqualTo(2);

    DataSource copy = to.empty();
    FolderBlobs copies = new FolderBlobs(folder.resolve("copies"));
    new Restore(copy, copies).read(backup);
    JdbiCorrections there = new JdbiCorrections(Database.jdbi(copy));
    assertThat(there.corrections(subject)).isEqualTo(here.corrections(subject)).hasSize(1);
    assertThat(there.disputes(subject)).isEqualTo(here.disputes(subject)).hasSize(1);
    assertThat(there.held(subject)).isEqualTo(here.held(subject));
    assertThat(copies.find(mail)).isPresent();
    // and what is said afterwards comes after it
    there.add(subject, List.of(said(Item.OBJECTIONS, "met", manager)), List.of(), null);
    assertThat(there.corrections(subject))
        .extracting(Correction::item)
        .containsExactly(Item.EVIDENCE, Item.OBJECTIONS);
  }

  private static NewCorrection said(Item item, String value, Account by) {
    return new NewCorrection(
        new Held(item, "not_met", "not_met"),
        Correction.Kind.OVERRIDDEN,
        value,
        "seen",
        by.id(),
        People.APRIL);
  }

  @Test
  void whatIsNotWholeIsNotRestored() throws Exception {
    DataSource source = TestDatabase.H2.migrated();
    fill(source);
    backup(source).write(backup);
    Path rows = TableFile.in(backup, "deals");
    String before = Files.readString(rows);
    DataSource empty = TestDatabase.H2.empty();
    Restore restore = new Restore(empty, new FolderBlobs(folder.resolve("copies")));

    Files.writeString(rows, before.replace("Deal", "Dear"));
    assertThatThrownBy(() -> restore.read(backup)).hasMessage("restore.damaged");
    Files.writeString(rows, before);
    Path document;
    try (var all = Files.walk(backup.resolve("files"))) {
      document = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.writeString(document, "b proposal");
    assertThatThrownBy(() -> restore.read(backup)).hasMessage("restore.damaged");
    Files.delete(backup.resolve(Manifest.NAME));
    assertThatThrownBy(() -> restore.read(backup)).hasMessage("restore.no-backup");
    assertThatThrownBy(() -> backup(source).write(backup)).hasMessage("backup.not-empty");
    // nothing was put into the database
    Database.migrate(empty);
    assertThat(new JdbiTeams(Database.jdbi(empty)).all()).isEmpty();
    assertThatThrownBy(() -> new Restore(source, files).read(whole(source)))
        .hasMessage("restore.database-not-empty");
  }

  private Path whole(DataSource source) throws Exception {
    Path again = folder.resolve("again");
    backup(source).write(again);
    return again;
  }

  @Test
  void theCheckFindsWhatDoesNotFitTogether() throws Exception {
    DataSource source = TestDatabase.H2.migrated();
    Filled filled = fill(source);
    Jdbi jdbi = Database.jdbi(source);
    jdbi.useHandle(handle -> handle.execute("delete from scheduled_tasks"));
    jdbi.useHandle(
        handle -> handle.execute("update review_wordings set report = '{' where language = 'zh'"));
    files.remove(filled.document());
    assertThat(new DataCheck(source, files).run().faults())
        .extracting(DataCheck.Fault::kind)
        .contains(DataCheck.Kind.FILE_MISSING, DataCheck.Kind.BAD_REPORT, DataCheck.Kind.NO_JOB);
    assertThatThrownBy(() -> backup(source).write(backup)).hasMessage("backup.files-missing");
    assertThat(backup).isEmptyDirectory();
  }
}
