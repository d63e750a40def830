package dev.dealcoach.service.admin;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.proposal.ReviewBacklog;
import dev.dealcoach.service.recording.RecordingBacklog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** How the service fares: its jobs and its storage. Thread-safe. */
public final class Operations {
  /** Over which time ended reviews and recordings are counted. */
  public static final Duration COUNTED = Duration.ofHours(24);

  private static final int MOST = 100;

  private final ReviewBacklog reviews;
  private final RecordingBacklog recordings;
  private final Inventory inventory;
  private final Path files;
  private final Path data;
  private final Access access;
  private final InstantSource clock;

  /**
   * @param files the folder of the files handed in
   * @param data the data directory
   */
  public Operations(
      ReviewBacklog reviews,
      RecordingBacklog recordings,
      Inventory inventory,
      Path files,
      Path data,
      Access access,
      InstantSource clock) {
    this.reviews = reviews;
    this.recordings = recordings;
    this.inventory = inventory;
    this.files = files;
    this.data = data;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The jobs.
   *
   * @param open reviews that have not ended, the oldest first
   * @param refused reviews, the newest first
   */
  public record Jobs(
      ReviewBacklog.Counts counts,
      List<ReviewBacklog.Entry> open,
      List<ReviewBacklog.Entry> refused,
      Recordings recordings) {}

  /**
   * The jobs of recordings.
   *
   * @param open not ended, the oldest first
   * @param refused the newest first
   */
  public record Recordings(
      RecordingBacklog.Counts counts,
      List<RecordingBacklog.Entry> open,
      List<RecordingBacklog.Entry> refused) {}

  /**
   * Room on a disk, in bytes; -1 if it cannot be found out.
   *
   * @param free what this program may still write
   */
  public record Room(long free, long all) {}

  /**
   * The storage.
   *
   * @param files where the files handed in lie
   * @param data where everything else lies
   */
  public record Storage(Inventory.Counts counts, Room files, Room data) {}

  /** How the jobs stand. */
  public Jobs jobs() {
    Instant since = clock.instant().minus(COUNTED);
    return new Jobs(
        reviews.counts(since),
        reviews.open(MOST),
        reviews.refused(MOST),
        new Recordings(recordings.counts(since), recordings.open(MOST), recordings.refused(MOST)));
  }

  /** Lets a refused review be made again. */
  public Outcome again(Viewer viewer, UUID review) {
    if (!reviews.again(review, clock.instant())) {
      return new Outcome.Refused(Outcome.Reason.IN_HAND);
    }
    access.note(viewer, Act.CHANGED, "review", review, "again");
    return new Outcome.Done(review);
  }

  /** Lets a refused recording be transcribed again. */
  public Outcome transcribeAgain(Viewer viewer, UUID recording) {
    if (!recordings.again(recording, clock.instant())) {
      return new Outcome.Refused(Outcome.Reason.IN_HAND);
    }
    access.note(viewer, Act.CHANGED, "recording", recording, "again");
    return new Outcome.Done(recording);
  }

  /** How full the storage is. */
  public Storage storage() {
    return new Storage(inventory.counts(), room(files), room(data));
  }

  private static Room room(Path folder) {
    try {
      var store = Files.getFileStore(folder);
      return new Room(store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException e) {
      return new Room(-1, -1);
    }
  }
}
