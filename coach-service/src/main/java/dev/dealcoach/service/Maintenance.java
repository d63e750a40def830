package dev.dealcoach.service;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.backup.Backup;
import dev.dealcoach.service.backup.BackupException;
import dev.dealcoach.service.backup.DataCheck;
import dev.dealcoach.service.backup.Manifest;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.retention.Erasure;
import dev.dealcoach.service.retrieval.Compared;
import dev.dealcoach.service.retrieval.LibraryIndex;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiAuditLog;
import dev.dealcoach.service.store.JdbiErasure;
import dev.dealcoach.service.store.JdbiFigures;
import dev.dealcoach.service.wording.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * What an administrator has done to the data from the terminal, in the service's own process or in
 * the command's. Thread-safe.
 */
final class Maintenance {
  private final DataSource source;
  private final Blobs blobs;
  private final LibraryIndex library;
  private final JdbiFigures figures;
  private final InstantSource clock;

  /**
   * @param library of this process
   */
  Maintenance(
      DataSource source,
      Blobs blobs,
      LibraryIndex library,
      JdbiFigures figures,
      InstantSource clock) {
    this.source = source;
    this.blobs = blobs;
    this.library = library;
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param status the command's exit status
   * @param lines what it says
   */
  record Outcome(int status, List<String> lines) {
    Outcome {
      lines = List.copyOf(lines);
    }

    static Outcome unusable(String line) {
      return new Outcome(2, List.of(line));
    }
  }

  /**
   * Does it.
   *
   * @param words the command's name and its operand
   */
  Outcome run(List<String> words, Language language) throws IOException, SQLException {
    Messages messages = Messages.of(language);
    return switch (words.getFirst()) {
      case "backup" -> backup(Path.of(words.get(1)), messages);
      case "check-data" -> check(messages);
      case "rebuild-examples" -> rebuild(messages);
      case "compare-examples" -> compare(messages);
      case "rebuild-figures" -> rebuildFigures(messages);
      case "erase" -> erase(words.get(1), words.get(2), messages);
      default -> throw new IllegalArgumentException("no such work");
    };
  }

  private Outcome backup(Path folder, Messages messages) throws IOException, SQLException {
    try {
      Manifest manifest = new Backup(source, blobs, clock).write(folder);
      return new Outcome(
          0,
          List.of(
              messages.text("backup.done", manifest.rows(), manifest.files(), manifest.bytes())));
    } catch (BackupException e) {
      return Outcome.unusable(messages.text(e.key(), e.values()));
    }
  }

  private Outcome check(Messages messages) throws IOException, SQLException {
    DataCheck.Findings findings = new DataCheck(source, blobs).run();
    List<String> lines = new ArrayList<>();
    findings
        .faults()
        .forEach(fault -> lines.add(messages.text(fault.kind().key(), fault.subject())));
    lines.add(
        messages.text(
            findings.faults().isEmpty() ? "check-data.sound" : "check-data.faults",
            findings.reviews(),
            findings.files(),
            findings.faults().size()));
    return new Outcome(findings.faults().isEmpty() ? 0 : 1, lines);
  }

  private Outcome rebuild(Messages messages) {
    return library.rebuild()
        ? compare(messages)
        : new Outcome(1, List.of(messages.text("examples.not-indexed")));
  }

  private Outcome compare(Messages messages) {
    Compared compared = library.compare().orElse(null);
    if (compared == null) {
      return new Outcome(1, List.of(messages.text("examples.not-indexed")));
    }
    return new Outcome(
        compared.agree() ? 0 : 1,
        List.of(
            messages.text(
                compared.agree() ? "examples.agree" : "examples.disagree",
                compared.shown(),
                compared.missing(),
                compared.other(),
                compared.extra())));
  }

  private Outcome rebuildFigures(Messages messages) {
    figures.backfill();
    return new Outcome(0, List.of(messages.text("figures.rebuilt")));
  }

  private Outcome erase(String kind, String subject, Messages messages) {
    Jdbi jdbi = Database.jdbi(source);
    Erasure erasure = new JdbiErasure(jdbi, blobs);
    Optional<UUID> id =
        id(subject)
            .or(
                () ->
                    kind.equals("account")
                        ? new JdbiAccounts(jdbi).bySignIn(subject).map(Account::id)
                        : Optional.empty());
    Function<UUID, Erasure.Erased> erase =
        switch (kind) {
          case "account" -> erasure::account;
          case "customer" -> erasure::customer;
          case "deal" -> erasure::deal;
          default -> throw new IllegalArgumentException("no such kind");
        };
    Erasure.Erased erased = id.map(erase).orElse(new Erasure.Erased(0, 0));
    if (id.isEmpty() || !erased.any()) {
      return Outcome.unusable(messages.text("erase.nothing"));
    }
    String counts = erased.rows() + " rows, " + erased.files() + " files";
    new JdbiAuditLog(jdbi)
        .add(
            new AuditEntry(
                0, clock.instant(), null, Act.REMOVED, kind, id.get().toString(), counts));
    return new Outcome(0, List.of(messages.text("erase.done", erased.rows(), erased.files())));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
