package dev.dealcoach.service.store;

import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.Upload;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes what belongs to an accepted upload, in the caller's transaction. */
final class Acceptance {
  private Acceptance() {}

  static void write(Handle handle, Upload upload, UUID review, String statements) {
    blob(handle, upload.document(), upload.at());
    UUID proposal = upload.proposal();
    if (proposal == null) {
      proposal = UUID.randomUUID();
      handle
          .createUpdate(
              "insert into proposals (id, deal, title, created) values (:id, :deal, :title, :at)")
          .bind("id", proposal)
          .bind("deal", upload.deal())
          .bind("title", upload.title())
          .bind("at", upload.at())
          .execute();
    }
    UUID version = UUID.randomUUID();
    handle
        .createUpdate(
            "insert into proposal_versions"
                + " (id, proposal, number, file_name, document, handed_in_by, handed_in, statements)"
                + " values (:id, :proposal, :number, :fileName, :document, :by, :at, :statements)")
        .bind("id", version)
        .bind("proposal", proposal)
        .bind("number", nextNumber(handle, proposal))
        .bind("fileName", upload.fileName())
        .bind("document", upload.document().sha256())
        .bind("by", upload.by())
        .bind("at", upload.at())
        .bind("statements", statements)
        .execute();
    handle
        .createUpdate(
            "insert into reviews (id, version, state, attempts) values (:id, :version, :state, 0)")
        .bind("id", review)
        .bind("version", version)
        .bind("state", ReviewState.WAITING)
        .execute();
  }

  /** Writes that a file is in use. */
  static void blob(Handle handle, Blob blob, Instant at) {
    // must not fail when another process writes the same file's row at the same time; H2 knows this
    // in its PostgreSQL mode
    handle
        .createUpdate(
            "insert into blobs (sha256, bytes, created) values (:sha256, :bytes, :at)"
                + " on conflict do nothing")
        .bind("sha256", blob.sha256())
        .bind("bytes", blob.bytes())
        .bind("at", at)
        .execute();
  }

  private static int nextNumber(Handle handle, UUID proposal) {
    // the lock makes versions that come at the same time take turns
    handle
        .createQuery("select id from proposals where id = :id for update")
        .bind("id", proposal)
        .mapTo(UUID.class)
        .one();
    return handle
        .createQuery(
            "select coalesce(max(number), 0) + 1 from proposal_versions where proposal = :id")
        .bind("id", proposal)
        .mapTo(Integer.class)
        .one();
  }
}
