package dev.dealcoach.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.pack.Difference;
import dev.dealcoach.service.pack.Trial;
import dev.dealcoach.service.pack.TrialItem;
import dev.dealcoach.service.pack.TrialStore;
import dev.dealcoach.service.proposal.ReviewState;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Dry runs in the database, and their jobs in the same transactions. */
public final class JdbiTrials implements TrialStore {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final String TRIALS =
      """
      select t.*, (select count(*) from pack_trial_items i where i.trial = t.id) as total,
        (select count(*) from pack_trial_items i where i.trial = t.id and i.state <> 'WAITING')
          as done,
        (select count(*) from pack_trial_items i where i.trial = t.id and i.state = 'FAILED')
          as failed,
        (select count(*) from pack_trial_items i where i.trial = t.id and i.changed) as differing
      from pack_trials t
      """;

  private static final String ITEMS =
      """
      select i.*, coalesce(p.deal, k.deal) as deal, c.industry,
        coalesce(v.handed_in, s.at) as at
      from pack_trial_items i
        left join reviews r on r.id = i.review
        left join proposal_versions v on v.id = r.version
        left join proposals p on p.id = v.proposal
        left join contact_summaries s on s.id = i.summary
        left join contacts k on k.id = s.contact
        join deals d on d.id = coalesce(p.deal, k.deal)
        join customers c on c.id = d.customer
      where i.trial = :trial
      """;

  private final Jdbi jdbi;
  private final TrialQueue queue;

  /**
   * @param queue takes the jobs
   */
  public JdbiTrials(Jdbi jdbi, TrialQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
  }

  @Override
  public List<Past> reviews(int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select r.id, c.industry from reviews r"
                        + " join proposal_versions v on v.id = r.version"
                        + " join proposals p on p.id = v.proposal join deals d on d.id = p.deal"
                        + " join customers c on c.id = d.customer where r.state = :done"
                        + " order by v.handed_in desc, r.id fetch first :most rows only")
                .bind("done", ReviewState.DONE)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Past(row.getObject("id", UUID.class), null, row.getString("industry")))
                .list());
  }

  @Override
  public List<Past> summaries(int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select s.id, c.industry from contact_summaries s"
                        + " join contacts k on k.id = s.contact join deals d on d.id = k.deal"
                        + " join customers c on c.id = d.customer where not exists"
                        + " (select 1 from contact_summaries l where l.contact = s.contact"
                        + " and l.number > s.number)"
                        + " order by s.at desc, s.id fetch first :most rows only")
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Past(null, row.getObject("id", UUID.class), row.getString("industry")))
                .list());
  }

  @Override
  public void add(
      UUID id,
      UUID pack,
      int revision,
      UUID askedBy,
      String industry,
      List<Past> past,
      Instant at) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "insert into pack_trials (id, pack, revision, asked_by, scope, state, created)"
                      + " values (:id, :pack, :revision, :by, :scope, :state, :at)")
              .bind("id", id)
              .bind("pack", pack)
              .bind("revision", revision)
              .bind("by", askedBy)
              .bind("scope", industry)
              .bind("state", Trial.State.RUNNING.name())
              .bind("at", at)
              .execute();
          int place = 0;
          for (Past each : past) {
            handle
                .createUpdate(
                    "insert into pack_trial_items (trial, place, review, summary, state, changed)"
                        + " values (:trial, :place, :review, :summary, :state, false)")
                .bind("trial", id)
                .bind("place", ++place)
                .bindByType("review", each.review(), UUID.class)
                .bindByType("summary", each.summary(), UUID.class)
                .bind("state", TrialItem.State.WAITING.name())
                .execute();
          }
          queue.add(handle.getConnection(), id, at);
        });
    queue.committed();
  }

  @Override
  public Optional<Trial> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TRIALS + "where t.id = :id")
                .bind("id", id)
                .map((row, context) -> trial(row))
                .findOne());
  }

  @Override
  public List<Trial> of(UUID pack) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TRIALS + "where t.pack = :pack order by t.created desc, t.id")
                .bind("pack", pack)
                .map((row, context) -> trial(row))
                .list());
  }

  private static Trial trial(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
    return new Trial(
        row.getObject("id", UUID.class),
        row.getObject("pack", UUID.class),
        row.getInt("revision"),
        row.getObject("asked_by", UUID.class),
        row.getString("scope"),
        Trial.State.valueOf(row.getString("state")),
        row.getObject("created", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getInt("total"),
        row.getInt("done"),
        row.getInt("failed"),
        row.getInt("differing"));
  }

  @Override
  public List<TrialItem> items(UUID trial) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ITEMS + "order by i.place")
                .bind("trial", trial)
                .map((row, context) -> item(row))
                .list());
  }

  @Override
  public Optional<TrialItem> next(UUID trial) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ITEMS + "and i.state = :waiting order by i.place fetch first 1 rows only")
                .bind("trial", trial)
                .bind("waiting", TrialItem.State.WAITING.name())
                .map((row, context) -> item(row))
                .findOne());
  }

  private static TrialItem item(ResultSet row) throws SQLException {
    String difference = row.getString("difference");
    try {
      return new TrialItem(
          row.getInt("place"),
          row.getObject("review", UUID.class),
          row.getObject("summary", UUID.class),
          row.getObject("deal", UUID.class),
          row.getString("industry"),
          row.getObject("at", OffsetDateTime.class).toInstant(),
          TrialItem.State.valueOf(row.getString("state")),
          difference == null ? null : JSON.readValue(difference, Difference.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Proposal> proposal(UUID review) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select v.document, b.bytes, v.file_name, v.statements from reviews r"
                        + " join proposal_versions v on v.id = r.version"
                        + " join blobs b on b.sha256 = v.document where r.id = :id")
                .bind("id", review)
                .map(
                    (row, context) ->
                        new Proposal(
                            new Blob(row.getString("document"), row.getLong("bytes")),
                            row.getString("file_name"),
                            statements(row.getString("statements"))))
                .findOne());
  }

  private static List<String> statements(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> summary(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select text from contact_summaries where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void judged(UUID trial, int place, @Nullable Difference difference) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update pack_trial_items set state = :state, changed = :changed,"
                        + " difference = :difference where trial = :trial and place = :place")
                .bind(
                    "state",
                    (difference == null ? TrialItem.State.FAILED : TrialItem.State.DONE).name())
                .bind("changed", difference != null && difference.any())
                .bind("difference", difference == null ? null : json(difference))
                .bind("trial", trial)
                .bind("place", place)
                .execute());
  }

  private static String json(Difference difference) {
    try {
      return JSON.writeValueAsString(difference);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean end(UUID trial, Trial.State state, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update pack_trials set state = :state, ended = :at"
                            + " where id = :id and state = :running")
                    .bind("state", state.name())
                    .bind("at", at)
                    .bind("id", trial)
                    .bind("running", Trial.State.RUNNING.name())
                    .execute())
        == 1;
  }
}
