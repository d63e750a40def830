package dev.dealcoach.service.store;

import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.request.PageRequest.Place;
import dev.dealcoach.service.team.TeamWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** People's reviews in the database. */
public final class JdbiTeamWork implements TeamWork {
  private static final String SEEN = Seen.at("v.handed_in_by", "v.handed_in");
  private static final String DONE =
      " from reviews r join proposal_versions v on v.id = r.version"
          + " join proposals p on p.id = v.proposal where r.state = :done and "
          + SEEN;

  private final Jdbi jdbi;

  public JdbiTeamWork(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Point> newest(Sight sight, Instant since) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        "select account, deal, review, handed_in, gold, machine_gold from ("
                            + "select v.handed_in_by as account, p.deal, r.id as review,"
                            + " v.handed_in, coalesce(r.corrected_gold, r.gold) as gold,"
                            + " case when r.corrected_gold is not null then r.gold end as"
                            + " machine_gold, row_number() over (partition by"
                            + " v.handed_in_by order by v.handed_in desc, r.id) as place"
                            + DONE
                            + " and v.handed_in >= :since) newest where place = 1"
                            + " order by handed_in, review"),
                    sight)
                .bind("done", ReviewState.DONE)
                .bind("since", since)
                .map(ConstructorMapper.of(Point.class))
                .list());
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
