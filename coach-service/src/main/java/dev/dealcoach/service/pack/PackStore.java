package dev.dealcoach.service.pack;

import dev.dealcoach.nlp.pack.PackFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rule packs with all their files, and which one is in force. Published packs stay for ever,
 * so that every score can be explained. Thread-safe, also across processes.
 */
public interface PackStore {
  /**
   * Which pack is in force.
   *
   * @param number changes whenever another is; 0 before the first was published
   * @param pack null for the one that the program was started with
   */
  record InForce(long number, @Nullable UUID pack) {}

  /** Which pack is in force; one row is read. */
  InForce inForce();

  /** All packs, the last touched first. */
  List<StoredPack> all();

  /** The pack with this id. */
  Optional<StoredPack> find(UUID id);

  /** The pack whose files have this hash, which stands beside every score. */
  Optional<StoredPack> ofHash(String sha256);

  /** The files of a pack. */
  PackFiles files(UUID id);

  /** What was done with a pack, the earliest first. */
  List<PackStep> steps(UUID id);

  /** Keeps the files of a pack that came with the program, unless they are kept already. */
  void keep(String packId, String sha256, PackFiles files, Instant at);

  /** Takes a copy in, with its first revision. */
  void add(StoredPack copy, PackFiles files, UUID actor);

  /**
   * Writes files of a draft; it has another revision then.
   *
   * @param texts new texts by path; null takes the file away
   * @return false if it is no draft any more or has another revision; then nothing was done
   */
  boolean write(
      UUID pack, int revision, Map<String, @Nullable String> texts, UUID actor, Instant at);

  /**
   * Moves a pack on.
   *
   * @return false if it is not any more as the move says; then nothing was done
   */
  boolean move(PackMove move);

  /**
   * Publishes a pack that waits: it gets its number and is in force for all processes from the end
   * of the transaction on.
   *
   * @return false if it is not any more as the move says, or its hash is known; then nothing was
   *     done
   */
  boolean publish(PackMove move, String packId, String sha256);

  /**
   * Puts a pack in force that was published before.
   *
   * @param started whether it is the one that processes are started with; another version of the
   *     program brings another then
   */
  void enforce(StoredPack pack, boolean started, UUID actor, String note, Instant at);

  /**
   * Deletes a draft, with the trials of it.
   *
   * @return false if it is no draft any more or has another revision
   */
  boolean discard(UUID pack, int revision);
}
