package dev.dealcoach.service.proposal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The review of one version of a proposal, without its texts. Immutable.
 *
 * @param title of the proposal
 * @param version of the proposal, from 1
 * @param fileName as it is shown
 * @param sha256 of the file
 * @param bytes length of the file
 * @param owner the account that handed it in
 * @param attempts how often it was begun
 * @param refusal why there is no result; null unless refused
 * @param type the document's format; null until done, as are gold, packId and packSha256
 * @param gold points of the gold standard that hold, 0 to 3
 * @param ended when it was done or refused; null before
 * @param machineGold what the machine said, where a person corrected a point; else null
 */
public record StoredReview(
    UUID id,
    UUID deal,
    UUID proposal,
    String title,
    int version,
    String fileName,
    String sha256,
    long bytes,
    UUID owner,
    Instant handedIn,
    ReviewState state,
    int attempts,
    @Nullable String refusal,
    @Nullable String type,
    @Nullable Integer gold,
    @Nullable String packId,
    @Nullable String packSha256,
    @Nullable Instant ended,
    @Nullable Integer machineGold) {}
