package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiProposals;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was accepted is reviewed once, whatever is killed meanwhile. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledServiceTest {
  private static final int UPLOADS = 20;
  private static final Pattern DONE = Pattern.compile("review ([0-9a-f-]{36}) done");

  @TempDir Path folder;
  private ServiceProcesses services;
  private final List<String> doneLines = new ArrayList<>();

  @BeforeEach
  void begin() {
    services = new ServiceProcesses(folder.resolve("files"));
  }

  @AfterEach
  void end() {
    services.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aKilledServiceGoesOnWhereItWas(TestDatabase database) throws Exception {
    Map<String, String> environment = services.environment(database, folder.resolve("data"));
    Set<UUID> reviews = accept(environment);

    Process first = services.start(environment);
    follow(first, reviews, 2);
    ServiceProcesses.kill(first);
    Process second = services.start(environment);
    follow(second, reviews, UPLOADS - done(environment).size());
    ServiceProcesses.kill(second);

    assertEachDoneOnce(environment, reviews);
  }

  @Test
  void anotherProcessTakesOverWhatTheKilledOneHad() throws Exception {
    Map<String, String> one = services.environment(TestDatabase.POSTGRESQL, folder.resolve("one"));
    Map<String, String> two = new java.util.LinkedHashMap<>(one);
    two.put("COACH_DATA", folder.resolve("two").toString());
    Set<UUID> reviews = accept(one);

    Process killed = services.start(one);
    follow(killed, reviews, 1);
    Process left = services.start(two);
    ServiceProcesses.kill(killed);
    // what the killed one had finished and not yet said is done as well
    try (BufferedReader log = left.inputReader(StandardCharsets.UTF_8)) {
      while (done(one).size() < UPLOADS) {
        String line = log.readLine();
        assertThat(line).as("the service ended").isNotNull();
        note(line);
      }
    }
    assertEachDoneOnce(one, reviews);
  }

  private Set<UUID> accept(Map<String, String> environment) throws Exception {
    DataSource source = ServiceProcesses.source(environment);
    Database.migrate(source);
    Jdbi jdbi = Database.jdbi(source);
    Account rep = new People(jdbi).account(Role.REP);
    NewDeal deal =
        new NewDeal("Customer", "", rep.id(), "Deal", "", Deal.Stage.LEAD, null, People.MARCH);
    UUID id = ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
    FolderBlobs files = new FolderBlobs(folder.resolve("files"));
    JdbiProposals proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    Set<UUID> reviews = new LinkedHashSet<>();
    for (int i = 0; i < UPLOADS; i++) {
      String text = "# Proposal " + i + "\n\nOur line stops eleven times a month.\n";
      BlobResult.Stored stored =
          (BlobResult.Stored)
              files.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000);
      Upload upload =
          new Upload(
              id,
              null,
              "P" + i,
              "p.md",
              stored.blob(),
              rep.id(),
              People.MARCH,
              List.of(),
              Urgency.NOW);
      reviews.add(((Creation.New) proposals.accept(upload, null)).id());
    }
    ServiceProcesses.close(source);
    return reviews;
  }

  /** Reads the log until so many more reviews are done. */
  private void follow(Process process, Set<UUID> reviews, int more) throws IOException {
    ServiceProcesses.follow(
        process,
        line -> {
          String review = note(line);
          if (review != null) {
            assertThat(reviews).contains(UUID.fromString(review));
          }
          return review != null;
        },
        more);
  }

  private @org.jspecify.annotations.Nullable String note(String line) {
    Matcher done = DONE.matcher(line);
    if (!done.find()) {
      return null;
    }
    doneLines.add(done.group(1));
    return done.group(1);
  }

  private static Set<String> done(Map<String, String> environment) {
    DataSource source = ServiceProcesses.source(environment);
    try {
      return Database.jdbi(source)
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select cast(id as varchar(36)) from reviews where state = 'DONE'")
                      .mapTo(String.class)
                      .set());
    } finally {
      ServiceProcesses.close(source);
    }
  }

  private void assertEachDoneOnce(Map<String, String> environment, Set<UUID> reviews) {
    assertThat(doneLines).doesNotHaveDuplicates();
    DataSource source = ServiceProcesses.source(environment);
    Jdbi jdbi = Database.jdbi(source);
    JdbiProposals proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    for (UUID id : reviews) {
      StoredReview review = proposals.find(id).orElseThrow();
      assertThat(review.state()).isEqualTo(ReviewState.DONE);
      assertThat(review.attempts()).isBetween(1, 2);
      assertThat(proposals.wording(id, Language.ZH)).isPresent();
      assertThat(proposals.wording(id, Language.EN)).isPresent();
    }
    long wordings =
        jdbi.withHandle(
            handle ->
                handle.createQuery("select count(*) from review_wordings").mapTo(Long.class).one());
    assertThat(wordings).isEqualTo(2L * UPLOADS);
    ServiceProcesses.close(source);
  }
}
