package dev.dealcoach.service.web.library;

import dev.dealcoach.kb.ExampleFilter;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.retrieval.LibraryIndex;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches the approved examples, for the page and for programs. Thread-safe. */
public final class ExampleSearch {
  private static final int HITS = 30;
  private static final int LONGEST_QUERY = 2000;

  private final LibraryStore library;
  private final LibraryIndex index;
  private final LibraryWording wording;
  private final InstantSource clock;

  public ExampleSearch(
      LibraryStore library, LibraryIndex index, LibraryWording wording, InstantSource clock) {
    this.library = library;
    this.index = index;
    this.wording = wording;
    this.clock = clock;
  }

  /**
   * What is looked for.
   *
   * @param words empty to list the newest
   * @param wanted only these
   * @param after where the list goes on; null for its beginning
   */
  record Asked(String words, LibraryStore.Wanted wanted, @Nullable String after) {}

  /**
   * A hit.
   *
   * @param fits whether it is good enough for the words
   * @param why in sentences
   */
  record Found(LibraryExample example, boolean fits, List<String> why) {}

  /**
   * What was found.
   *
   * @param ready false while the index is made for the first time
   * @param next of a list; null at its end, and for hits
   */
  record Result(boolean ready, List<Found> found, @Nullable String next) {}

  Result search(Asked asked, Language language) {
    String words = asked.words().strip();
    if (words.isEmpty()) {
      Page<LibraryExample> page =
          library.shown(asked.wanted(), new PageRequest(HITS, asked.after()));
      return new Result(
          true,
          page.items().stream().map(each -> new Found(each, true, List.of())).toList(),
          page.next());
    }
    ExampleFinder finder = index.finder().orElse(null);
    if (finder == null) {
      return new Result(false, List.of(), null);
    }
    List<ExampleHit> hits =
        finder.search(
            ExampleQuery.of(
                    words.length() > LONGEST_QUERY ? words.substring(0, LONGEST_QUERY) : words,
                    HITS)
                .with(filter(asked.wanted()))
                .on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    Map<UUID, LibraryExample> shown =
        library.shown(hits.stream().map(hit -> UUID.fromString(hit.example().id())).toList());
    List<Found> found = new ArrayList<>();
    for (ExampleHit hit : hits) {
      LibraryExample example = shown.get(UUID.fromString(hit.example().id()));
      if (example != null) {
        found.add(new Found(example, hit.fits() >= 0.5, wording.why(hit.why(), language)));
      }
    }
    return new Result(true, found, null);
  }

  private static ExampleFilter filter(LibraryStore.Wanted wanted) {
    ExampleFilter all = ExampleFilter.APPROVED;
    return new ExampleFilter(
        one(wanted.industry()),
        all.products(),
        one(wanted.stage()),
        one(wanted.shows()),
        one(wanted.tag()),
        null,
        all.states(),
        null,
        null,
        null);
  }

  private static SortedSet<String> one(String id) {
    return id.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(id));
  }
}
