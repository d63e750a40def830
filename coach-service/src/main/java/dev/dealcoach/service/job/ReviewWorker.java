package dev.dealcoach.service.job;

import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.ReviewEnd;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.ReviewWork;
import dev.dealcoach.service.proposal.Reviewer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one attempt at a review. An attempt counts from its beginning, so that a document which
 * takes the whole process down with it is tried no more often than one which only fails.
 * Thread-safe.
 */
final class ReviewWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewWorker.class);

  /** What is said of a document whose attempts all ended without an answer. */
  private static final String CRASHED = "crashed";

  private final ProposalStore proposals;
  private final Blobs blobs;
  private final Reviewer reviewer;
  private final InstantSource clock;

  ReviewWorker(ProposalStore proposals, Blobs blobs, Reviewer reviewer, InstantSource clock) {
    this.proposals = proposals;
    this.blobs = blobs;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /** Makes the attempt; what is thrown says that the database or this program failed. */
  Next attempt(UUID review) {
    Optional<ReviewWork> begun = proposals.begin(review);
    if (begun.isEmpty()) {
      return Next.OVER;
    }
    ReviewWork work = begun.get();
    if (work.attempt() > JobSettings.MOST_ATTEMPTS) {
      return refused(work, CRASHED);
    }
    Optional<Path> file = blobs.find(work.document());
    if (file.isEmpty()) {
      LOG.error("review {}: its document cannot be read from the store", review);
      proposals.postponed(work, false);
      return Next.AGAIN;
    }
    ReviewEnd end;
    try {
      end =
          reviewer.review(
              file.get(),
              work.fileName(),
              work.statements(),
              state -> {
                // the attempt begins with reading
                if (state != ReviewState.READING) {
                  proposals.progress(work, state);
                }
              });
    } catch (RuntimeException e) {
      // an interrupt means that this process stops; that is not the document's fault
      proposals.postponed(work, !Thread.currentThread().isInterrupted());
      throw e;
    }
    return switch (end) {
      case ReviewEnd.Done done -> {
        if (proposals.done(work, done.result(), clock.instant())) {
          LOG.info("review {} done", review);
        }
        yield Next.OVER;
      }
      case ReviewEnd.Refused refused -> {
        if (refused.again() && work.attempt() < JobSettings.MOST_ATTEMPTS) {
          proposals.postponed(work, true);
          yield Next.AGAIN;
        }
        yield refused(work, refused.code());
      }
    };
  }

  private Next refused(ReviewWork work, String code) {
    if (proposals.refused(work, code, clock.instant())) {
      LOG.info("review {} refused: {}", work.review(), code);
    }
    return Next.OVER;
  }
}
