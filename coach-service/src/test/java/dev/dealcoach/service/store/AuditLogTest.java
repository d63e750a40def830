package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log can be read, but not altered. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditLogTest {
  @Parameter TestDatabase database;

  private Jdbi jdbi;
  private JdbiAuditLog log;

  @BeforeEach
  void open() {
    jdbi = Database.jdbi(database.migrated());
    log = new JdbiAuditLog(jdbi);
    for (int i = 1; i <= 5; i++) {
      log.add(
          new AuditEntry(
              0,
              People.MARCH,
              i == 1 ? null : UUID.randomUUID(),
              AuditEntry.Act.READ,
              "review",
              "r" + i,
              ""));
    }
  }

  @Test
  void readsTheNewestFirstInPages() {
    Page<AuditEntry> first = log.entries(new PageRequest(3, null));
    assertThat(first.items()).extracting(AuditEntry::subject).containsExactly("r5", "r4", "r3");
    Page<AuditEntry> rest = log.entries(new PageRequest(3, first.next()));
    assertThat(rest.items()).extracting(AuditEntry::subject).containsExactly("r2", "r1");
    assertThat(rest.next()).isNull();
    assertThat(rest.items().getLast().actor()).isNull();
  }

  @org.junit.jupiter.params.ParameterizedTest
  @ValueSource(strings = {"update audit_log set subject = 'x'", "delete from audit_log"})
  void nobodyAltersIt(String statement) {
    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("cannot be altered");
    assertThat(log.entries(PageRequest.first()).items())
        .extracting(AuditEntry::subject)
        .isEqualTo(List.of("r5", "r4", "r3", "r2", "r1"));
  }
}
