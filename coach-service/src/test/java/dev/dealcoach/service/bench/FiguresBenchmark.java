package dev.dealcoach.service.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.dealcoach.service.CoachApplication;
import dev.dealcoach.service.CoachConfiguration;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiFigures;
import dev.dealcoach.service.store.JdbiTeams;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Measures the managers' pages over a large company: reps in teams of eight, a contact on every
 * workday and a proposal every other week, written as stored events. Says how long counting takes
 * as things come and all anew, whether both come to the same rows, and how long the pages take over
 * HTTP.
 *
 * <p>Arguments: {@code h2} or {@code postgresql}, the number of reps, the number of days.
 */
final class FiguresBenchmark {
  private static final String PASSWORD = "try-dealcoach";
  private static final String[] ITEMS = {
    "pain", "budget", "decision_maker", "competitor", "next_step"
  };
  private static final String[] STATUSES = {"covered", "partial", "missing"};
  private static final int ROUNDS = 40;

  /** What this process, service and browser in one, took of the processors, whatever else runs. */
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Jdbi jdbi;
  private final int reps;
  private final int days;
  private final Random random = new Random(7);
  private final Instant now = Clock.systemUTC().instant();
  private UUID somebody = new UUID(0, 0);

  private FiguresBenchmark(DataSource source, int reps, int days) {
    this.jdbi = Database.jdbi(source);
    this.reps = reps;
    this.days = days;
  }

  public static void main(String[] arguments) throws Exception {
    int reps = Integer.parseInt(arguments[1]);
    int days = Integer.parseInt(arguments[2]);
    Path folder = Files.createTempDirectory("figures-benchmark");
    try {
      if (arguments[0].equals("postgresql")) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
          measure(
              postgres.getPostgresDatabase(),
              folder,
              reps,
              days,
              ConfigOverride.config("database.url", postgres.getJdbcUrl("postgres", "postgres")),
              ConfigOverride.config("database.user", "postgres"));
        }
      } else {
        Files.createDirectories(folder.resolve("database"));
        JdbcConnectionPool pool =
            JdbcConnectionPool.create(
                "jdbc:h2:file:"
                    + folder.resolve("database").resolve("coach")
                    + ";"
                    + Database.H2_OPTIONS,
                "sa",
                "");
        measure(pool, folder, reps, days);
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  @SuppressWarnings("SystemOut") // a report for the terminal is what it is for
  private static void measure(
      DataSource source, Path folder, int reps, int days, ConfigOverride... overrides)
      throws Exception {
    Database.migrate(source);
    FiguresBenchmark benchmark = new FiguresBenchmark(source, reps, days);
    JdbiFigures figures =
        new JdbiFigures(
            benchmark.jdbi, WorkCalendar.of(ZoneId.systemDefault()), Lights.PRESET_60_40);
    figures.catchUp();
    long begun = System.nanoTime();
    benchmark.write();
    System.out.printf(Locale.ROOT, "written in %.0f s: %s%n", seconds(begun), benchmark.counts());
    begun = System.nanoTime();
    figures.catchUp();
    System.out.printf(Locale.ROOT, "all changes counted in %.1f s%n", seconds(begun));
    List<String> incremental = benchmark.rows();
    begun = System.nanoTime();
    figures.backfill();
    System.out.printf(Locale.ROOT, "backfill in %.1f s%n", seconds(begun));
    System.out.printf(
        Locale.ROOT,
        "%d rows of days and months, %s%n",
        incremental.size(),
        incremental.equals(benchmark.rows()) ? "equal both ways" : "NOT EQUAL");
    if (source instanceof JdbcConnectionPool pool) {
      pool.dispose();
    }
    benchmark.pages(folder, overrides);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private String counts() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select count(*) from contacts").mapTo(Long.class).one()
                + " contacts, "
                + handle.createQuery("select count(*) from reviews").mapTo(Long.class).one()
                + " reviews, "
                + handle.createQuery("select count(*) from figure_changes").mapTo(Long.class).one()
                + " changes noted");
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String table : List.of("rep_days", "rep_weeks", "rep_months")) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery("select * from " + table + " order by account, on_day, part")
                  .map(
                      (row, context) -> {
                        StringBuilder text = new StringBuilder(table);
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                          text.append(' ').append(row.getString(i));
                        }
                        return text.toString();
                      })
                  .forEach(rows::add));
    }
    return rows;
  }

  private void write() {
    JdbiAccounts accounts = new JdbiAccounts(jdbi);
    JdbiTeams teams = new JdbiTeams(jdbi);
    Instant joined = now.minus(Duration.ofDays(days + 1L));
    String hash = new Passwords().hash(PASSWORD);
    UUID boss = UUID.randomUUID();
    accounts.add(new Account(boss, "boss", "Boss", Role.MANAGER, true, joined), hash);
    UUID top = UUID.randomUUID();
    teams.add(new Team(top, "Sales", null));
    teams.join(new Membership(UUID.randomUUID(), boss, top, true, joined, null));
    UUID customer = UUID.randomUUID();
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into customers (id, name, industry, created) values (?, 'C', '', ?)",
              customer,
              joined);
          handle.execute(
              "insert into blobs (sha256, bytes, created) values (?, 1, ?)",
              "d".repeat(64),
              joined);
        });
    UUID team = top;
    for (int i = 0; i < reps; i++) {
      if (i % 8 == 0) {
        team = UUID.randomUUID();
        teams.add(new Team(team, "Team " + (i / 8 + 1), top));
      }
      UUID rep = UUID.randomUUID();
      accounts.add(new Account(rep, "rep" + i, "Rep " + i, Role.REP, true, joined), hash);
      teams.join(new Membership(UUID.randomUUID(), rep, team, false, joined, null));
      jdbi.useTransaction(handle -> history(handle, rep, customer, joined));
      somebody = rep;
    }
  }

  private void history(Handle handle, UUID rep, UUID customer, Instant joined) {
    UUID deal = UUID.randomUUID();
    LocalDate first = LocalDate.ofInstant(joined, ZoneId.systemDefault());
    handle.execute(
        "insert into deals (id, customer, owner, title, product, stage, outcome, first_contact,"
            + " first_quote, created) values (?, ?, ?, 'D', '', 'LEAD', 'OPEN', ?, ?, ?)",
        deal,
        customer,
        rep,
        first,
        first.plusDays(5L + random.nextInt(60)),
        joined);
    PreparedBatch contacts =
        handle.prepareBatch(
            "insert into contacts (id, deal, author, kind, people, held, created)"
                + " values (?, ?, ?, 'VISIT', '', ?, ?)");
    PreparedBatch summaries =
        handle.prepareBatch(
            "insert into contact_summaries (id, contact, number, text, language, score, filler,"
                + " pack_id, pack_sha256, models, at)"
                + " values (?, ?, 1, 'words', 'zh', ?, false, 'p', ?, '[]', ?)");
    PreparedBatch items =
        handle.prepareBatch(
            "insert into contact_summary_items (summary, item, status, position)"
                + " values (?, ?, ?, ?)");
    PreparedBatch facts =
        handle.prepareBatch(
            "insert into contact_facts (contact, consent, action, confirmed)"
                + " values (?, true, 'demo', ?)");
    PreparedBatch changes =
        handle.prepareBatch("insert into figure_changes (account, at) values (?, ?)");
    PreparedBatch proposals =
        handle.prepareBatch(
            "insert into proposals (id, deal, title, created) values (?, ?, 'P', ?)");
    PreparedBatch versions =
        handle.prepareBatch(
            "insert into proposal_versions (id, proposal, number, file_name, document,"
                + " handed_in_by, handed_in, statements) values (?, ?, 1, 'p', ?, ?, ?, '[]')");
    PreparedBatch reviews =
        handle.prepareBatch(
            "insert into reviews (id, version, state, attempts, gold) values (?, ?, 'DONE', 1, ?)");
    PreparedBatch wordings =
        handle.prepareBatch(
            "insert into review_wordings (review, language, report, notes) values (?, 'zh', ?,"
                + " '')");
    for (int day = days; day > 0; day--) {
      Instant at = now.minus(Duration.ofDays(day)).plusSeconds(random.nextInt(3600));
      if (at.atZone(ZoneId.systemDefault()).getDayOfWeek().getValue() > 5) {
        continue;
      }
      UUID contact = UUID.randomUUID();
      UUID summary = UUID.randomUUID();
      contacts.add(contact, deal, rep, at, at);
      int score = 0;
      for (int i = 0; i < ITEMS.length; i++) {
        int status = random.nextInt(3);
        score += 20 - 10 * status;
        items.add(summary, ITEMS[i], STATUSES[status], i);
      }
      summaries.add(summary, contact, score, "a".repeat(64), at);
      if (day % 3 == 0) {
        facts.add(contact, random.nextBoolean());
      }
      changes.add(rep, at);
      if (day % 14 == 0) {
        UUID proposal = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        UUID review = UUID.randomUUID();
        proposals.add(proposal, deal, at);
        versions.add(version, proposal, "d".repeat(64), rep, at);
        reviews.add(review, version, random.nextInt(4));
        wordings.add(review, report());
        changes.add(rep, at);
      }
    }
    for (PreparedBatch each :
        List.of(
            contacts, summaries, items, facts, proposals, versions, reviews, wordings, changes)) {
      if (each.size() > 0) {
        each.execute();
      }
    }
  }

  private String report() {
    StringBuilder findings = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      findings
          .append(i == 0 ? "" : ",")
          .append("{\"rule\":\"clause.rule-")
          .append(random.nextInt(30))
          .append("\",\"severity\":\"warning\",\"message\":\"m\",\"advice\":\"a\"}");
    }
    return "{\"version\":1,\"findings\":[" + findings + "]}";
  }

  @SuppressWarnings("SystemOut")
  private void pages(Path folder, ConfigOverride... overrides) throws Exception {
    List<ConfigOverride> all = new ArrayList<>(List.of(overrides));
    all.add(ConfigOverride.config("dataDirectory", folder.toString()));
    all.add(ConfigOverride.config("files", folder.resolve("files").toString()));
    all.add(ConfigOverride.config("server.connector.port", "0"));
    all.add(ConfigOverride.config("logging.level", "WARN"));
    DropwizardTestSupport<CoachConfiguration> service =
        new DropwizardTestSupport<>(
            CoachApplication.class,
            "src/main/dist/config/coach.yml",
            all.toArray(ConfigOverride[]::new));
    service.before();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String address = "http://localhost:" + service.getLocalPort();
      HttpResponse<String> signedIn =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "name=boss&password=" + URLEncoder.encode(PASSWORD, UTF_8)))
                  .build(),
              BodyHandlers.ofString());
      String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
      for (String path :
          List.of(
              "/team?days=7",
              "/team?days=30",
              "/team?days=90",
              "/team?days=365",
              "/api/v1/team?days=30",
              "/api/v1/team?days=365",
              "/team/people/" + somebody + "?days=90",
              "/team/people/" + somebody + "?days=365",
              "/api/v1/team/people/" + somebody + "/figures?days=365")) {
        page(client, address + path, cookie, path.replace(somebody.toString(), "…"));
      }
    } finally {
      service.after();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void page(HttpClient client, String address, String cookie, String name)
      throws IOException, InterruptedException {
    double[] times = new double[ROUNDS];
    int length = 0;
    long busy = 0;
    for (int i = -10; i < ROUNDS; i++) {
      if (i == 0) {
        busy = PROCESS.getProcessCpuTime();
      }
      long begun = System.nanoTime();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address)).header("Cookie", cookie).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(name + " answers " + answer.statusCode());
      }
      length = answer.body().length();
      if (i >= 0) {
        times[i] = seconds(begun) * 1000;
      }
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: p50 %.0f ms, p95 %.0f ms, %.0f ms of processor each, %d KB%n",
        name,
        times[ROUNDS / 2],
        times[ROUNDS * 95 / 100],
        (PROCESS.getProcessCpuTime() - busy) / 1e6 / ROUNDS,
        length / 1024);
  }
}
