package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.web.Messages;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;

/** What people say of the gold standard's points of a proposal. */
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ReviewCorrectionResource extends CorrectionResource {
  private final ProposalStore proposals;
  private final Access access;

  ReviewCorrectionResource(
      ProposalStore proposals,
      Judging judging,
      Sheets sheets,
      Works works,
      Access access,
      Messages messages) {
    super(judging, sheets, works, messages);
    this.proposals = proposals;
    this.access = access;
  }

  @Override
  Optional<ScoredWork> seen(Viewer viewer, UUID id, String part) {
    return access.review(viewer, id, part).map(ScoredWork::of);
  }

  @Override
  Optional<Subject> own(Viewer viewer, UUID id) {
    return access
        .review(viewer, id, "dispute")
        .filter(review -> review.owner().equals(viewer.id()))
        .map(Subject::of);
  }

  @Override
  Optional<ScoredWork> now(UUID id) {
    return proposals.find(id).map(ScoredWork::of);
  }
}
