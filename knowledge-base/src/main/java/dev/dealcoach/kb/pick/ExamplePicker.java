package dev.dealcoach.kb.pick;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.ExampleFilter;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.vector.PassageVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Asks the index for what a review lacks and chooses. Immutable, thread-safe. */
public final class ExamplePicker {
  /** Graver lacks come first; with three examples to show the later ones get none anyway. */
  private static final int MOST_LACKS = 6;

  /** So many of the industry, and so many of any, are chosen from. */
  private static final int CANDIDATES = 30;

  private final ExampleFinder finder;
  private final AnsweringPlace place;
  private final BoostSettings settings;

  /**
   * @param finder the library
   * @param vectors for the place that answers
   * @param settings who is a top seller and what is recent
   */
  public ExamplePicker(ExampleFinder finder, PassageVectors vectors, BoostSettings settings) {
    this.finder = finder;
    this.place = new AnsweringPlace(vectors);
    this.settings = settings;
  }

  /** Up to three examples, in the order of what they answer; none if nothing shows it. */
  public List<PickedExample> pick(Need need) {
    List<Lack> lacks = need.lacks().subList(0, Math.min(MOST_LACKS, need.lacks().size()));
    Need asked = new Need(lacks, need.industry(), need.customer(), need.language(), need.asOf());
    List<List<ExampleHit>> candidates = new ArrayList<>();
    for (Lack lack : lacks) {
      candidates.add(candidates(asked, lack));
    }
    List<PickedExample> picked = new ArrayList<>();
    for (Choice.Chosen one : Choice.of(asked, candidates, settings)) {
      picked.add(
          new PickedExample(
              one.example(),
              one.lack().finding(),
              place.of(one.example().text(), one.lack(), one.example().language()),
              one.why()));
    }
    return picked;
  }

  private List<ExampleHit> candidates(Need need, Lack lack) {
    ExampleFilter any =
        ExampleFilter.APPROVED
            .showing(new TreeSet<>(lack.shows()))
            .withoutCustomer(need.customer());
    ExampleQuery query =
        ExampleQuery.of(lack.words(need.language()), CANDIDATES).with(any).on(need.asOf());
    List<ExampleHit> hits = new ArrayList<>();
    if (need.industry() != null) {
      hits.addAll(finder.search(query.with(any.ofIndustry(need.industry()))));
    }
    hits.addAll(finder.search(query));
    return hits;
  }
}
