package dev.dealcoach.service.store;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryState;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.library.Move;
import dev.dealcoach.service.library.NewExample;
import dev.dealcoach.service.library.Step;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The library in the database. */
public final class JdbiLibrary implements LibraryStore {
  private static final String SHOWN =
      "select e.*, v.* from examples e"
          + " join example_versions v on v.example = e.id and v.number = e.shown";
  private static final String LATEST =
      "select e.*, v.* from examples e"
          + " join example_versions v on v.example = e.id and v.number = e.latest";
  private static final int MOST = 1000;

  private final Jdbi jdbi;

  public JdbiLibrary(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The number of the next change. Whoever asks holds the row until its transaction ends, so that
   * numbers are committed in their order.
   */
  static long next(Handle handle) {
    String tick = "update library_clock set number = number + 1 where id = 1";
    if (handle.execute(tick) == 0) {
      handle.execute(
          "insert into library_clock (id, number, swept) values (1, 0, 0) on conflict do nothing");
      handle.execute(tick);
    }
    return handle
        .createQuery("select number from library_clock where id = 1")
        .mapTo(Long.class)
        .one();
  }

  /** Tells all who follow that examples were deleted, in the transaction that did it. */
  static void swept(Handle handle) {
    long number = next(handle);
    handle.execute("update library_clock set swept = ? where id = 1", number);
  }

  @Override
  public Clock clock() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select number, swept from library_clock where id = 1")
                .map((row, context) -> new Clock(row.getLong(1), row.getLong(2)))
                .findOne()
                .orElse(new Clock(0, 0)));
  }

  @Override
  public List<Change> changes(long after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select e.id as changed_id, e.change_number, v.* from examples e"
                        + " left join example_versions v on v.example = e.id and v.number = e.shown"
                        + " where e.change_number > :after order by e.change_number"
                        + " fetch first :limit rows only")
                .bind("after", after)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Change(
                            row.getLong("change_number"),
                            row.getObject("changed_id", UUID.class),
                            row.getString("text") == null ? null : content(row)))
                .list());
  }

  @Override
  public List<LibraryExample> shown() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SHOWN + " order by e.id")
                .map((row, context) -> example(row))
                .list());
  }

  @Override
  public Map<UUID, LibraryExample> shown(Collection<UUID> ids) {
    Map<UUID, LibraryExample> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery(SHOWN + " where e.id in (<ids>) order by e.id")
                  .bindList("ids", List.copyOf(ids))
                  .map((row, context) -> example(row))
                  .forEach(each -> found.put(each.id(), each)));
    }
    return found;
  }

  @Override
  public Page<LibraryExample> shown(Wanted wanted, PageRequest page) {
    PageRequest.Place after =
        page.after() == null
            ? new PageRequest.Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0))
            : PageRequest.Place.of(page.after());
    List<LibraryExample> some =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        SHOWN
                            + " where (:industry = '' or v.industry = :industry)"
                            + " and (:stage = '' or v.stage = :stage)"
                            + " and (:shows = '' or ',' || v.shows || ',' like :showing)"
                            + " and (:tag = '' or ',' || v.tags || ',' like :tagged)"
                            + Listing.part("e.touched", "e.id"))
                    .bind("industry", wanted.industry())
                    .bind("stage", wanted.stage())
                    .bind("shows", wanted.shows())
                    .bind("showing", among(wanted.shows()))
                    .bind("tag", wanted.tag())
                    .bind("tagged", among(wanted.tag()))
                    .bind("placeAt", after.at())
                    .bind("placeId", after.id())
                    .bind("placeMost", page.limit() + 1)
                    .map((row, context) -> example(row))
                    .list());
    boolean more = some.size() > page.limit();
    List<LibraryExample> items = more ? some.subList(0, page.limit()) : some;
    return new Page<>(
        items,
        more
            ? new PageRequest.Place(items.getLast().touched(), items.getLast().id()).encoded()
            : null);
  }

  /** The pattern of an id among ids parted by commas. */
  private static String among(String id) {
    return "%," + id.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + ",%";
  }

  @Override
  public Optional<LibraryExample> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LATEST + " where e.id = :id")
                .bind("id", id)
                .map((row, context) -> example(row))
                .findOne());
  }

  @Override
  public Optional<LibraryExample> find(UUID id, int version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select e.*, v.* from examples e join example_versions v on v.example = e.id"
                        + " where e.id = :id and v.number = :version")
                .bind("id", id)
                .bind("version", version)
                .map((row, context) -> example(row))
                .findOne());
  }

  @Override
  public boolean empty() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select 1 from examples fetch first 1 rows only")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty());
  }

  @Override
  public List<LibraryExample> in(LibraryState state) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    LATEST
                        + " where e.state = :state order by e.touched desc, e.id"
                        + " fetch first :most rows only")
                .bind("state", state.name())
                .bind("most", MOST)
                .map((row, context) -> example(row))
                .list());
  }

  @Override
  public Map<LibraryState, Integer> states() {
    Map<LibraryState, Integer> counts = new EnumMap<>(LibraryState.class);
    for (LibraryState state : LibraryState.values()) {
      counts.put(state, 0);
    }
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select state, count(*) from examples group by state")
                .map(
                    (row, context) ->
                        counts.put(LibraryState.valueOf(row.getString(1)), row.getInt(2)))
                .list());
    return counts;
  }

  @Override
  public List<Step> steps(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select s.*, a.name as actor_name from example_steps s"
                        + " left join accounts a on a.id = s.actor"
                        + " where s.example = :id order by s.number")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new Step(
                            row.getObject("actor", UUID.class),
                            row.getString("actor_name") == null ? "" : row.getString("actor_name"),
                            Step.What.valueOf(row.getString("what")),
                            row.getInt("version"),
                            row.getString("reason"),
                            instant(row, "at")))
                .list());
  }

  @Override
  public void add(NewExample example) {
    jdbi.useTransaction(handle -> add(handle, example, next(handle)));
  }

  private static void add(Handle handle, NewExample example, long number) {
    handle
        .createUpdate(
            "insert into examples (id, name, state, latest, shown, deal, author, link, review_by,"
                + " created, touched, change_number) values (:id, :name, :state, 1, :shown, :deal,"
                + " :author, :link, :reviewBy, :at, :at, :number)")
        .bindMethods(example)
        .bind("state", example.state().name())
        .bind("shown", example.state() == LibraryState.APPROVED ? 1 : null)
        .bind("number", number)
        .execute();
    version(handle, example.id(), 1, example.content(), example.at());
    step(handle, example.id(), example.actor(), example.what(), 1, "", example.at());
  }

  private static void version(Handle handle, UUID id, int number, Content content, Instant at) {
    bound(
            handle.createUpdate(
                "insert into example_versions (example, number, text, language, why, industry,"
                    + " product, stage, shows, tags, seller, seller_rank, made_on, outcome, customer,"
                    + " at) values (:id, :number, :text, :language, :why, :industry, :product,"
                    + " :stage, :shows, :tags, :seller, :rank, :day, :outcome, :customer, :at)"),
            content)
        .bind("id", id)
        .bind("number", number)
        .bind("at", at)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Content content) {
    return statement
        .bindMethods(content)
        .bind("language", content.language().code())
        .bind("shows", String.join(",", content.shows()))
        .bind("tags", String.join(",", content.tags()));
  }

  private static void step(
      Handle handle,
      UUID id,
      @Nullable UUID actor,
      Step.What what,
      int version,
      String reason,
      Instant at) {
    handle
        .createUpdate(
            "insert into example_steps (example, actor, what, version, reason, at)"
                + " values (:id, :actor, :what, :version, :reason, :at)")
        .bind("id", id)
        .bind("actor", actor)
        .bind("what", what.name())
        .bind("version", version)
        .bind("reason", reason)
        .bind("at", at)
        .execute();
  }

  @Override
  public List<Taken> take(List<NewExample> examples) {
    return jdbi.inTransaction(
        handle -> {
          // the row of the clock is held first: two imports of the same file wait for each other
          long number = next(handle);
          List<Taken> taken = new ArrayList<>();
          for (NewExample example : examples) {
            taken.add(take(handle, example, number));
            number = next(handle);
          }
          return taken;
        });
  }

  private static Taken take(Handle handle, NewExample example, long number) {
    LibraryExample known =
        handle
            .createQuery(LATEST + " where e.name = :name")
            .bind("name", example.name())
            .map((row, context) -> example(row))
            .findOne()
            .orElse(null);
    if (known == null) {
      add(handle, example, number);
      return Taken.CREATED;
    }
    if (known.content().equals(example.content())) {
      return Taken.UNCHANGED;
    }
    int version = known.latest() + 1;
    version(handle, known.id(), version, example.content(), example.at());
    handle
        .createUpdate(
            "update examples set latest = :version, state = :state, touched = :at,"
                + " change_number = :number where id = :id")
        .bind("version", version)
        .bind("state", example.state().name())
        .bind("at", example.at())
        .bind("number", number)
        .bind("id", known.id())
        .execute();
    step(handle, known.id(), example.actor(), example.what(), version, "", example.at());
    return Taken.CHANGED;
  }

  @Override
  public boolean apply(Move move) {
    return jdbi.inTransaction(
        handle -> {
          long number = next(handle);
          int version = move.latest() + (move.content() == null ? 0 : 1);
          String shown =
              switch (move.shown()) {
                case AS_BEFORE -> "";
                case LATEST -> ", shown = :version, review_by = :reviewBy";
                case NOTHING -> ", shown = null";
              };
          var update =
              handle
                  .createUpdate(
                      "update examples set state = :to, latest = :version, touched = :at,"
                          + " change_number = :number"
                          + shown
                          + " where id = :id and latest = :latest and state = :from")
                  .bind("to", move.to().name())
                  .bind("from", move.from().name())
                  .bind("version", version)
                  .bind("latest", move.latest())
                  .bind("at", move.at())
                  .bind("number", number)
                  .bind("id", move.example());
          if (move.shown() == Move.Shown.LATEST) {
            update.bindByType("reviewBy", move.reviewBy(), LocalDate.class);
          }
          if (update.execute() == 0) {
            return false;
          }
          if (move.content() != null) {
            version(handle, move.example(), version, move.content(), move.at());
          }
          step(
              handle, move.example(), move.actor(), move.what(), version, move.reason(), move.at());
          return true;
        });
  }

  @Override
  public List<LibraryExample> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LATEST + " order by e.name")
                .map((row, context) -> example(row))
                .list());
  }

  private static LibraryExample example(ResultSet row) throws SQLException {
    return new LibraryExample(
        row.getObject("id", UUID.class),
        row.getString("name"),
        LibraryState.valueOf(row.getString("state")),
        row.getInt("latest"),
        number(row, "shown"),
        row.getInt("number"),
        content(row),
        day(row, "review_by"),
        row.getString("link"),
        instant(row, "created"),
        instant(row, "touched"));
  }

  private static Content content(ResultSet row) throws SQLException {
    return new Content(
        row.getString("text"),
        Language.ofCode(row.getString("language")),
        row.getString("why"),
        row.getString("industry"),
        row.getString("product"),
        row.getString("stage"),
        list(row.getString("shows")),
        list(row.getString("tags")),
        row.getString("seller"),
        number(row, "seller_rank"),
        day(row, "made_on"),
        row.getString("outcome"),
        row.getString("customer"));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
