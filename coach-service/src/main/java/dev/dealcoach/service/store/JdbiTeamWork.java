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

/** Sums up reviews and summaries in the database. */
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
  public List<Figures> figures(Sight sight, Instant since) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        "select v.handed_in_by as account, count(*) as reviews,"
                            + " cast(avg(cast(coalesce(r.corrected_gold, r.gold) as double precision))"
                            + " as double precision)"
                            + " as gold, max(v.handed_in) as last"
                            + DONE
                            + " and v.handed_in >= :since group by v.handed_in_by"
                            + " order by v.handed_in_by"),
                    sight)
                .bind("done", ReviewState.DONE)
                .bind("since", since)
                .map(ConstructorMapper.of(Figures.class))
                .list());
  }

  @Override
  public List<Talks> talks(Sight sight, Instant since) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        "select c.author as account, count(*) as summaries,"
                            + " cast(avg(cast(coalesce(s.corrected_score, s.score) as double precision))"
                            + " as double precision)"
                            + " as score from contacts c join contact_summaries s on"
                            + " s.contact = c.id and s.number = (select max(n.number) from"
                            + " contact_summaries n where n.contact = c.id)"
                            + " where not coalesce(s.corrected_aside, s.filler or s.copy_of is not null)"
                            + " and c.held >= :since and "
                            + Seen.at("c.author", "c.created")
                            + " group by c.author order by c.author"),
                    sight)
                .bind("since", since)
                .map(ConstructorMapper.of(Talks.class))
                .list());
  }

  @Override
  public List<Point> latest(Sight sight, int most) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        "select account, deal, review, handed_in, gold from ("
                            + "select v.handed_in_by as account, p.deal, r.id as review,"
                            + " v.handed_in, coalesce(r.corrected_gold, r.gold) as gold, row_number() over (partition by"
                            + " v.handed_in_by order by v.handed_in desc, r.id) as place"
                            + DONE
                            + ") newest where place <= :most order by handed_in, review"),
                    sight)
                .bind("done", ReviewState.DONE)
                .bind("most", most)
                .map(ConstructorMapper.of(Point.class))
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
