package dev.dealcoach.service.library;

import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The library, the truth of which the index is made. Every change has a number; a change with a
 * lower number is there for every reader before one with a higher number is. Thread-safe.
 */
public interface LibraryStore {
  /**
   * How far the library has come.
   *
   * @param number of the last change; 0 before the first
   * @param swept number of the last change that deleted examples for good
   */
  record Clock(long number, long swept) {}

  /**
   * A changed example.
   *
   * @param number of its last change
   * @param content that everybody sees; null if it is not shown
   */
  record Change(long number, UUID id, @Nullable Content content) {}

  /** What came of an import. */
  enum Taken {
    /** It is new. */
    CREATED,
    /** It is known and says something else now. */
    CHANGED,
    /** It is known and says the same. */
    UNCHANGED
  }

  /**
   * Which examples are wanted, by ids. Empty asks for nothing.
   *
   * @param shows what they must show, among other things
   * @param tag that they must have, among others
   */
  record Wanted(String industry, String stage, String shows, String tag) {
    /** All of them. */
    public static final Wanted ALL = new Wanted("", "", "", "");
  }

  /** How far the library has come. */
  Clock clock();

  /** What changed after a number, in the order of the changes, each example once. */
  List<Change> changes(long after, int limit);

  /** Every example that is shown, with the version that is; in the order of their ids. */
  List<LibraryExample> shown();

  /** Those of these that are shown, with the version that is. */
  Map<UUID, LibraryExample> shown(Collection<UUID> ids);

  /**
   * Examples that are shown, the newest first.
   *
   * @param wanted only these
   */
  Page<LibraryExample> shown(Wanted wanted, PageRequest page);

  /** An example with its latest version. */
  Optional<LibraryExample> find(UUID id);

  /** An example with one of its versions. */
  Optional<LibraryExample> find(UUID id, int version);

  /** Whether there is any. */
  boolean empty();

  /** Examples in a state with their latest versions, the last touched first, at most 1,000. */
  List<LibraryExample> in(LibraryState state);

  /** How many examples there are in each state. */
  Map<LibraryState, Integer> states();

  /** What was done with an example, the earliest first. */
  List<Step> steps(UUID id);

  /** Takes a new example in; its first version is number 1. */
  void add(NewExample example);

  /**
   * Takes examples in, all or none. One whose name is known gets a new version if it says something
   * else.
   *
   * @return what came of each
   */
  List<Taken> take(List<NewExample> examples);

  /**
   * Changes an example.
   *
   * @return false if it is not any more as the change says; then nothing was done
   */
  boolean apply(Move move);

  /** Every example whatever its state, with its latest version, in the order of their names. */
  List<LibraryExample> all();
}
