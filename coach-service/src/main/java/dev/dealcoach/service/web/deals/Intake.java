package dev.dealcoach.service.web.deals;

import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.web.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes files in: first into the store of files, then into the database with their job. */
public final class Intake {
  private final Blobs blobs;
  private final DealStore deals;
  private final ProposalStore proposals;
  private final long limit;
  private final InstantSource clock;

  /**
   * @param limit most bytes of a file
   */
  public Intake(
      Blobs blobs, DealStore deals, ProposalStore proposals, long limit, InstantSource clock) {
    this.blobs = blobs;
    this.deals = deals;
    this.proposals = proposals;
    this.limit = limit;
    this.clock = clock;
  }

  /** What came of handing in a file. */
  sealed interface Taken {
    /** It is accepted, or was before under the same key. */
    record In(Creation creation) implements Taken {}

    /** It cannot be kept. */
    record Out(BlobResult.Failed why) implements Taken {}
  }

  /**
   * Takes a file in for a deal of the viewer's.
   *
   * @param proposal of which it is a new version; null for a new proposal
   * @param key makes it happen once; null if that does not matter
   * @throws IOException if reading the file fails
   */
  Taken take(
      Viewer viewer,
      Deal deal,
      @Nullable UUID proposal,
      FileName name,
      InputStream content,
      @Nullable String key)
      throws IOException {
    return switch (blobs.put(content, limit)) {
      case BlobResult.Failed failed -> new Taken.Out(failed);
      case BlobResult.Stored stored -> {
        List<String> said =
            deals.statements(deal.id(), new Sight(viewer.id(), Set.of())).stream()
                .map(Statement::text)
                .toList();
        Upload upload =
            new Upload(
                deal.id(),
                proposal,
                name.stem(),
                name.text(),
                stored.blob(),
                viewer.id(),
                clock.instant(),
                said,
                Urgency.NOW);
        yield new Taken.In(
            proposals.accept(
                upload,
                once(viewer, key, deal.id(), proposal, name.text(), stored.blob().sha256())));
      }
    };
  }

  /** What makes a creation happen once, from the parts of what is to be created. */
  static @Nullable Once once(Viewer viewer, @Nullable String key, @Nullable Object... parts) {
    if (key == null) {
      return null;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        // the length first, so that what ends one part cannot begin the next
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return new Once(viewer.id(), key, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
