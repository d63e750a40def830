package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.backup.DataCheck;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of the first version, filled, becomes one of this version with all that was in it. */
class UpgradeTest {
  /** The last step of the first schema that was released. */
  private static final String FIRST = "dev/dealcoach/service/store/001-foundation.sql#jobs";

  private static final UUID REP = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
  private static final UUID DEAL = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
  private static final UUID DONE = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
  private static final UUID WAITING = UUID.fromString("00000000-0000-0000-0000-0000000000e2");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasThereIsThere(TestDatabase database) throws Exception {
    DataSource source = database.empty();
    Database.migrate(source, FIRST);
    FolderBlobs files = new FolderBlobs(folder);
    Blob document =
        ((BlobResult.Stored)
                files.put(
                    new ByteArrayInputStream("a proposal".getBytes(StandardCharsets.UTF_8)), 100))
            .blob();
    fill(source, document);

    Database.migrate(source);

    Jdbi jdbi = Database.jdbi(source);
    Account rep = new JdbiAccounts(jdbi).bySignIn("rep").orElseThrow();
    assertThat(rep.id()).isEqualTo(REP);
    assertThat(rep.name()).isEqualTo("林晓舟");
    assertThat(rep.role()).isEqualTo(Role.REP);
    assertThat(new JdbiAccounts(jdbi).secret(REP)).isPresent();
    List<Membership> memberships = new JdbiTeams(jdbi).of(REP);
    assertThat(memberships).hasSize(1);
    assertThat(memberships.getFirst().until()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    Sight own = new Sight(REP, Set.of());
    JdbiDeals deals = new JdbiDeals(jdbi);
    Deal deal = deals.find(DEAL, own, Instant.parse("2026-03-01T00:00:00Z")).orElseThrow();
    assertThat(deal.customerName()).isEqualTo("砺锋冲压");
    assertThat(deal.stage()).isEqualTo(Deal.Stage.PROPOSAL);
    assertThat(deal.firstContact()).hasToString("2026-01-02");
    assertThat(deals.statements(DEAL, own).getFirst().text()).isEqualTo("我们停了十一次。");
    JdbiProposals proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    StoredReview done = proposals.find(DONE, own).orElseThrow();
    assertThat(done.state()).isEqualTo(ReviewState.DONE);
    assertThat(done.gold()).isEqualTo(66);
    assertThat(done.sha256()).isEqualTo(document.sha256());
    assertThat(proposals.wording(DONE, Language.ZH).orElseThrow().report()).contains("findings");
    assertThat(proposals.find(WAITING, own).orElseThrow().state()).isEqualTo(ReviewState.WAITING);
    assertThat(proposals.begin(WAITING)).isPresent();
    assertThat(new JdbiAuditLog(jdbi).entries(PageRequest.first()).items()).hasSize(1);
    assertThat(new JdbiSettings(jdbi).all()).isNotEmpty();
    assertThat(new DataCheck(source, files).run().faults()).isEmpty();
  }

  private static void fill(DataSource source, Blob document) throws Exception {
    String text;
    try (InputStream in = UpgradeTest.class.getResourceAsStream("first-schema-data.sql")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    text =
        text.replace("{sha256}", document.sha256())
            .replace("{bytes}", Long.toString(document.bytes()));
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : text.split(";\n")) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
    }
  }

  /** Databases out there were made by this text; a change of it belongs into a new step. */
  @Test
  void theFirstSchemaIsNotEdited() throws Exception {
    try (InputStream in = UpgradeTest.class.getResourceAsStream("001-foundation.sql")) {
      String digest =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
      assertThat(digest)
          .isEqualTo("5b474b411225e3a110799d77f8ed13cc7441e21628536cdb1be8f592be125544");
    }
  }
}
