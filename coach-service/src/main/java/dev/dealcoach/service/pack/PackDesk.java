package dev.dealcoach.service.pack;

import dev.dealcoach.nlp.pack.PackFiles;
import dev.dealcoach.nlp.pack.PackProblem;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.pack.RulePackLoader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What trainers may do with packs: copy, edit, hand on, publish as a second person, go back to an
 * earlier one, retire. Thread-safe.
 */
public final class PackDesk {
  /** Most files of a pack. */
  private static final int MOST_FILES = 500;

  /** Most characters of a file; the longest of the standard pack has 20,000. */
  private static final int LONGEST_FILE = 400_000;

  private static final int LONGEST_PATH = 200;

  private final PackStore packs;
  private final PackInForce inForce;
  private final InstantSource clock;

  public PackDesk(PackStore packs, PackInForce inForce, InstantSource clock) {
    this.packs = packs;
    this.inForce = inForce;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** There is no such pack. */
    NOT_THERE,
    /** It is not in that state, or has a newer revision than the one that was looked at. */
    CONFLICT,
    /** Who wrote in it cannot publish it. */
    SAME_PERSON,
    /** It has problems. */
    FAULTY,
    /** It says the same as a pack that was published before. */
    KNOWN,
    /** A name, path or text is missing or too long. */
    UNFIT,
    /** A note or reason is needed. */
    NO_NOTE
  }

  /**
   * What came of a copy.
   *
   * @param copy null unless done
   */
  public record Copied(Outcome outcome, @Nullable UUID copy) {}

  /** Keeps the files of the pack that the program was started with. */
  public void keep(PackFiles configured) {
    RulePack pack = inForce.configured();
    packs.keep(pack.id(), pack.sha256(), configured, clock.instant());
  }

  /** Makes a copy that can be edited. */
  public Copied copy(UUID origin, String name, UUID actor) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > StoredPack.LONGEST_NAME) {
      return new Copied(Outcome.UNFIT, null);
    }
    StoredPack from = packs.find(origin).orElse(null);
    if (from == null) {
      return new Copied(Outcome.NOT_THERE, null);
    }
    if (from.sha256() == null) {
      return new Copied(Outcome.CONFLICT, null);
    }
    Instant now = clock.instant();
    UUID id = UUID.randomUUID();
    packs.add(
        new StoredPack(
            id, null, called, origin, PackState.DRAFT, 1, "", from.packId(), null, now, now, null),
        packs.files(origin),
        actor);
    return new Copied(Outcome.DONE, id);
  }

  /**
   * Writes files.
   *
   * @param revision that was on the screen
   * @param texts new texts by path; null takes the file away
   */
  public Outcome write(UUID id, int revision, Map<String, @Nullable String> texts, UUID actor) {
    StoredPack known = packs.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (known.state() != PackState.DRAFT || known.revision() != revision) {
      return Outcome.CONFLICT;
    }
    Map<String, String> before = packs.files(id).texts();
    Map<String, @Nullable String> changed = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          if (text == null ? before.containsKey(path) : !text.equals(before.get(path))) {
            changed.put(path, text);
          }
        });
    if (!changed.entrySet().stream().allMatch(each -> fits(each.getKey(), each.getValue()))
        || before.size() + changed.size() > MOST_FILES) {
      return Outcome.UNFIT;
    }
    return changed.isEmpty() || packs.write(id, revision, changed, actor, clock.instant())
        ? Outcome.DONE
        : Outcome.CONFLICT;
  }

  private static boolean fits(String path, @Nullable String text) {
    return path.matches("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+){0,3}\\.ya?ml")
        && path.length() <= LONGEST_PATH
        && (text == null ? !path.equals(PackFiles.LIST) : text.length() <= LONGEST_FILE)
        && (text == null || text.indexOf('\0') < 0);
  }

  /** Everything that is wrong with a pack. */
  public List<PackProblem> problems(UUID id) {
    return RulePackLoader.check(packs.files(id), inForce.needed());
  }

  /** Hands a draft without problems to a second person. */
  public Outcome submit(UUID id, int revision, String note, UUID actor) {
    if (note.isBlank()) {
      return Outcome.NO_NOTE;
    }
    StoredPack known = packs.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (known.state() != PackState.DRAFT || known.revision() != revision) {
      return Outcome.CONFLICT;
    }
    if (!problems(id).isEmpty()) {
      return Outcome.FAULTY;
    }
    return moved(known, PackState.WAITING, actor, PackStep.What.SUBMITTED, note);
  }

  /** Gives it back to whoever works on it. */
  public Outcome sendBack(UUID id, int revision, String reason, UUID actor) {
    if (reason.isBlank()) {
      return Outcome.NO_NOTE;
    }
    StoredPack known = packs.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    return known.state() == PackState.WAITING && known.revision() == revision
        ? moved(known, PackState.DRAFT, actor, PackStep.What.SENT_BACK, reason)
        : Outcome.CONFLICT;
  }

  /** Publishes it: from now on new reviews and summaries are judged by it. */
  public Outcome publish(UUID id, int revision, UUID actor) {
    StoredPack known = packs.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (known.state() != PackState.WAITING || known.revision() != revision) {
      return Outcome.CONFLICT;
    }
    if (writers(id).contains(actor)) {
      return Outcome.SAME_PERSON;
    }
    PackFiles files = packs.files(id);
    if (!RulePackLoader.check(files, inForce.needed()).isEmpty()) {
      return Outcome.FAULTY;
    }
    RulePack pack = RulePackLoader.load(List.of(files));
    if (packs.ofHash(pack.sha256()).isPresent()) {
      return Outcome.KNOWN;
    }
    PackMove move =
        new PackMove(
            id,
            revision,
            PackState.WAITING,
            PackState.PUBLISHED,
            actor,
            PackStep.What.PUBLISHED,
            known.note(),
            clock.instant());
    return packs.publish(move, pack.id(), pack.sha256()) ? Outcome.DONE : Outcome.CONFLICT;
  }

  /** Who wrote in a pack or handed it on. */
  public Set<UUID> writers(UUID id) {
    Set<UUID> writers = new HashSet<>();
    for (PackStep step : packs.steps(id)) {
      if (step.wrote() && step.actor() != null) {
        writers.add(step.actor());
      }
    }
    return writers;
  }

  /**
   * Puts an earlier pack in force again. One person is enough: two have looked at it before, and
   * whoever goes back is in a hurry.
   */
  public Outcome enforce(UUID id, String reason, UUID actor) {
    if (reason.isBlank()) {
      return Outcome.NO_NOTE;
    }
    StoredPack known = packs.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (!known.enforceable() || isInForce(known)) {
      return Outcome.CONFLICT;
    }
    boolean configured = inForce.configured().sha256().equals(known.sha256());
    if (!configured && !problems(id).isEmpty()) {
      return Outcome.FAULTY;
    }
    packs.enforce(known, configured, actor, shortened(reason), clock.instant());
    return Outcome.DONE;
  }

  /** Whether this pack is in force. */
  public boolean isInForce(StoredPack pack) {
    return pack.sha256() != null && pack.sha256().equals(inForce.judges().pack().sha256());
  }

  /** Sees to it that a published pack does not come back. */
  public Outcome retire(UUID id, String reason, UUID actor) {
    if (reason.isBlank()) {
      return Outcome.NO_NOTE;
    }
    StoredPack known = packs.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    return known.state() == PackState.PUBLISHED && !id.equals(packs.inForce().pack())
        ? moved(known, PackState.RETIRED, actor, PackStep.What.RETIRED, reason)
        : Outcome.CONFLICT;
  }

  /** Throws a draft away. */
  public Outcome discard(UUID id, int revision) {
    Optional<StoredPack> known = packs.find(id);
    if (known.isEmpty()) {
      return Outcome.NOT_THERE;
    }
    return packs.discard(id, revision) ? Outcome.DONE : Outcome.CONFLICT;
  }

  private Outcome moved(
      StoredPack known, PackState to, UUID actor, PackStep.What what, String note) {
    return packs.move(
            new PackMove(
                known.id(),
                known.revision(),
                known.state(),
                to,
                actor,
                what,
                shortened(note),
                clock.instant()))
        ? Outcome.DONE
        : Outcome.CONFLICT;
  }

  private static String shortened(String note) {
    String said = note.strip();
    return said.length() > StoredPack.LONGEST_NOTE
        ? said.substring(0, StoredPack.LONGEST_NOTE)
        : said;
  }
}
