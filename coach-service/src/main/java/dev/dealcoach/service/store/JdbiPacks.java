package dev.dealcoach.service.store;

import dev.dealcoach.nlp.pack.PackFiles;
import dev.dealcoach.service.pack.PackMove;
import dev.dealcoach.service.pack.PackState;
import dev.dealcoach.service.pack.PackStep;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.StoredPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Rule packs in the database. */
public final class JdbiPacks implements PackStore {
  private final Jdbi jdbi;

  public JdbiPacks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public InForce inForce() {
    return jdbi.withHandle(JdbiPacks::inForce);
  }

  private static InForce inForce(Handle handle) {
    return handle
        .createQuery("select number, pack from pack_in_force where id = 1")
        .map(
            (row, context) -> new InForce(row.getLong("number"), row.getObject("pack", UUID.class)))
        .findOne()
        .orElse(new InForce(0, null));
  }

  @Override
  public List<StoredPack> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from packs order by touched desc, id")
                .map((row, context) -> pack(row))
                .list());
  }

  @Override
  public Optional<StoredPack> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from packs where id = :id")
                .bind("id", id)
                .map((row, context) -> pack(row))
                .findOne());
  }

  @Override
  public Optional<StoredPack> ofHash(String sha256) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from packs where sha256 = :sha256")
                .bind("sha256", sha256)
                .map((row, context) -> pack(row))
                .findOne());
  }

  @Override
  public PackFiles files(UUID id) {
    TreeMap<String, String> texts = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select path, text from pack_files where pack = :id")
                .bind("id", id)
                .map((row, context) -> texts.put(row.getString("path"), row.getString("text")))
                .list());
    return new PackFiles(texts);
  }

  @Override
  public List<PackStep> steps(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select s.*, a.name as actor_name from pack_steps s"
                        + " left join accounts a on a.id = s.actor"
                        + " where s.pack = :id order by s.number")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new PackStep(
                            row.getObject("actor", UUID.class),
                            row.getString("actor_name") == null ? "" : row.getString("actor_name"),
                            PackStep.What.valueOf(row.getString("what")),
                            row.getInt("revision"),
                            row.getString("note"),
                            instant(row, "at")))
                .list());
  }

  @Override
  public void keep(String packId, String sha256, PackFiles files, Instant at) {
    if (ofHash(sha256).isPresent()) {
      return;
    }
    StoredPack shipped =
        new StoredPack(
            UUID.randomUUID(),
            null,
            "",
            null,
            PackState.SHIPPED,
            1,
            "",
            packId,
            sha256,
            at,
            at,
            null);
    try {
      jdbi.useTransaction(handle -> add(handle, shipped, files, null, PackStep.What.SHIPPED));
    } catch (UnableToExecuteStatementException e) {
      if (!Creations.violates(e)) { // otherwise another process has just kept it
        throw e;
      }
    }
  }

  @Override
  public void add(StoredPack copy, PackFiles files, UUID actor) {
    jdbi.useTransaction(handle -> add(handle, copy, files, actor, PackStep.What.COPIED));
  }

  private static void add(
      Handle handle, StoredPack pack, PackFiles files, @Nullable UUID actor, PackStep.What what) {
    handle
        .createUpdate(
            "insert into packs (id, number, name, origin, state, revision, note, pack_id, sha256,"
                + " created, touched, published) values (:id, :number, :name, :origin, :state,"
                + " :revision, :note, :packId, :sha256, :created, :touched, :published)")
        .bindMethods(pack)
        .bindByType("origin", pack.origin(), UUID.class)
        .bind("state", pack.state().name())
        .execute();
    files.texts().forEach((path, text) -> file(handle, pack.id(), path, text));
    step(handle, pack.id(), actor, what, pack.revision(), "", pack.created());
  }

  private static void file(Handle handle, UUID pack, String path, String text) {
    handle
        .createUpdate("insert into pack_files (pack, path, text) values (:pack, :path, :text)")
        .bind("pack", pack)
        .bind("path", path)
        .bind("text", text)
        .execute();
  }

  private static void step(
      Handle handle,
      UUID pack,
      @Nullable UUID actor,
      PackStep.What what,
      int revision,
      String note,
      Instant at) {
    handle
        .createUpdate(
            "insert into pack_steps (pack, actor, what, revision, note, at)"
                + " values (:pack, :actor, :what, :revision, :note, :at)")
        .bind("pack", pack)
        .bindByType("actor", actor, UUID.class)
        .bind("what", what.name())
        .bind("revision", revision)
        .bind("note", note)
        .bind("at", at)
        .execute();
  }

  @Override
  public boolean write(
      UUID pack, int revision, Map<String, @Nullable String> texts, UUID actor, Instant at) {
    return jdbi.inTransaction(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "update packs set revision = revision + 1, touched = :at"
                          + " where id = :id and revision = :revision and state = :draft")
                  .bind("at", at)
                  .bind("id", pack)
                  .bind("revision", revision)
                  .bind("draft", PackState.DRAFT.name())
                  .execute();
          if (changed == 0) {
            return false;
          }
          texts.forEach(
              (path, text) -> {
                handle
                    .createUpdate("delete from pack_files where pack = :pack and path = :path")
                    .bind("pack", pack)
                    .bind("path", path)
                    .execute();
                if (text != null) {
                  file(handle, pack, path, text);
                }
              });
          step(handle, pack, actor, PackStep.What.EDITED, revision + 1, paths(texts), at);
          return true;
        });
  }

  private static String paths(Map<String, @Nullable String> texts) {
    String paths = String.join(", ", texts.keySet());
    return paths.length() <= StoredPack.LONGEST_NOTE
        ? paths
        : paths.substring(0, StoredPack.LONGEST_NOTE - 1) + "…";
  }

  @Override
  public boolean move(PackMove move) {
    return jdbi.inTransaction(
        handle -> {
          String note = move.to() == PackState.WAITING ? ", note = :note" : "";
          var update =
              handle
                  .createUpdate(
                      "update packs set state = :to, touched = :at"
                          + note
                          + " where id = :id and revision = :revision and state = :from")
                  .bind("to", move.to().name())
                  .bind("at", move.at())
                  .bind("id", move.pack())
                  .bind("revision", move.revision())
                  .bind("from", move.from().name());
          if (!note.isEmpty()) {
            update.bind("note", move.note());
          }
          if (update.execute() == 0) {
            return false;
          }
          step(handle, move);
          return true;
        });
  }

  @Override
  public boolean publish(PackMove move, String packId, String sha256) {
    return jdbi.inTransaction(
        handle -> {
          // the row is held first: of two who publish at the same time, one waits for the other
          enforced(handle, move.pack());
          boolean fresh =
              handle
                  .createQuery("select 1 from packs where sha256 = :sha256")
                  .bind("sha256", sha256)
                  .mapTo(Integer.class)
                  .findOne()
                  .isEmpty();
          int changed =
              fresh
                  ? handle
                      .createUpdate(
                          "update packs set state = :to, touched = :at, published = :at,"
                              + " pack_id = :packId, sha256 = :sha256, number = (select"
                              + " coalesce(max(number), 0) + 1 from packs)"
                              + " where id = :id and revision = :revision and state = :from")
                      .bind("to", move.to().name())
                      .bind("at", move.at())
                      .bind("packId", packId)
                      .bind("sha256", sha256)
                      .bind("id", move.pack())
                      .bind("revision", move.revision())
                      .bind("from", move.from().name())
                      .execute()
                  : 0;
          if (changed == 0) {
            handle.rollback();
            return false;
          }
          step(handle, move);
          return true;
        });
  }

  private static void step(Handle handle, PackMove move) {
    step(handle, move.pack(), move.actor(), move.what(), move.revision(), move.note(), move.at());
  }

  @Override
  public void enforce(StoredPack pack, boolean started, UUID actor, String note, Instant at) {
    jdbi.useTransaction(
        handle -> {
          enforced(handle, started ? null : pack.id());
          step(handle, pack.id(), actor, PackStep.What.ENFORCED, pack.revision(), note, at);
        });
  }

  private static void enforced(Handle handle, @Nullable UUID pack) {
    int known =
        handle
            .createUpdate("update pack_in_force set number = number + 1, pack = :pack where id = 1")
            .bindByType("pack", pack, UUID.class)
            .execute();
    if (known == 0) {
      handle
          .createUpdate("insert into pack_in_force (id, number, pack) values (1, 1, :pack)")
          .bindByType("pack", pack, UUID.class)
          .execute();
    }
  }

  @Override
  public boolean discard(UUID pack, int revision) {
    return jdbi.inTransaction(
        handle -> {
          boolean draft =
              handle
                      .createUpdate(
                          "update packs set revision = revision + 1"
                              + " where id = :id and revision = :revision and state = :draft")
                      .bind("id", pack)
                      .bind("revision", revision)
                      .bind("draft", PackState.DRAFT.name())
                      .execute()
                  == 1;
          if (draft) {
            try {
              new Cascade(handle, Schema.of(handle.getConnection()))
                  .delete("packs", "id", List.of(pack));
            } catch (SQLException e) {
              throw new IllegalStateException("the schema cannot be read", e);
            }
          }
          return draft;
        });
  }

  private static StoredPack pack(ResultSet row) throws SQLException {
    int number = row.getInt("number");
    boolean numbered = !row.wasNull();
    OffsetDateTime published = row.getObject("published", OffsetDateTime.class);
    return new StoredPack(
        row.getObject("id", UUID.class),
        numbered ? number : null,
        row.getString("name"),
        row.getObject("origin", UUID.class),
        PackState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getString("note"),
        row.getString("pack_id"),
        row.getString("sha256"),
        instant(row, "created"),
        instant(row, "touched"),
        published == null ? null : published.toInstant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
