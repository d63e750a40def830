package dev.dealcoach.service.store;

import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.request.PageRequest.Place;
import dev.dealcoach.service.team.TeamWork;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** People's reviews in the database. */
public final class JdbiTeamWork implements TeamWork {
  private static final String SEEN = Seen.at("v.handed_in_by", "v.handed_in");
  private final Jdbi jdbi;

  public JdbiTeamWork(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Point> newest(Sight sight, Instant from, Instant until) {
    Map<UUID, Point> newest = new LinkedHashMap<>();
    jdbi.withHandle(
            handle ->
                Seen.bind(
                        handle.createQuery(
                            "select v.handed_in_by as account, p.deal, r.id as review, v.handed_in,"
                                + " coalesce(r.corrected_gold, r.gold) as gold,"
                                + " case when r.corrected_gold is not null then r.gold end as"
                                + " machine_gold from proposal_versions v"
                                + " join proposals p on p.id = v.proposal"
                                + " join reviews r on r.version = v.id and r.state = :done"
                                + " where v.handed_in >= :from and v.handed_in < :until and "
                                + SEEN
                                + " order by v.handed_in desc, r.id"),
                        sight)
                    .bind("done", ReviewState.DONE)
                    .bind("from", from)
                    .bind("until", until)
                    .map(ConstructorMapper.of(Point.class))
                    .list())
        .forEach(each -> newest.putIfAbsent(each.account(), each));
    return List.copyOf(newest.values());
  }

  @Override
  public List<StoredReview> reviews(UUID account, Sight sight, Instant from, Instant until) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        JdbiProposals.SELECT
                            + "v.handed_in_by = :account and v.handed_in >= :from"
                            + " and v.handed_in < :until and "
                            + SEEN
                            + " order by v.handed_in desc, r.id"),
                    sight)
                .bind("account", account)
                .bind("from", from)
                .bind("until", until)
                .mapTo(StoredReview.class)
                .list());
  }

  @Override
  public Page<StoredReview> reviews(UUID account, Sight sight, PageRequest page) {
    return jdbi.withHandle(
        handle ->
            Listing.page(
                Seen.bind(
                        handle.createQuery(
                            JdbiProposals.SELECT
                                + "v.handed_in_by = :account and "
                                + SEEN
                                + Listing.part("v.handed_in", "r.id")),
                        sight)
                    .bind("account", account),
                page,
                StoredReview.class,
                review -> new Place(review.handedIn(), review.id())));
  }
}
