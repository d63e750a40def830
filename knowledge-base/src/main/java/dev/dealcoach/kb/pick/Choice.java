package dev.dealcoach.kb.pick;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.Reason;
import dev.dealcoach.kb.rank.Boosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among candidates: the rep's language first, then the same industry, top sellers, and what
 * fits best and is newest; no seller and no customer twice, never the deal's own customer. Pure.
 */
public final class Choice {
  /** How many examples a reader is shown. */
  public static final int SHOWN = 3;

  private final Need need;
  private final BoostSettings settings;
  private final Set<String> taken = new HashSet<>();
  private final List<Chosen> chosen = new ArrayList<>();

  /**
   * An example and what it answers.
   *
   * @param why without the place in the text
   */
  public record Chosen(Example example, Lack lack, List<Reason> why) {}

  private Choice(Need need, BoostSettings settings) {
    this.need = need;
    this.settings = settings;
  }

  /**
   * Up to three examples. Each lack gets its best one in turn, the gravest first; when all had
   * their turn, the gravest gets a second.
   *
   * @param candidates for each of the need's lacks, in any order
   */
  public static List<Chosen> of(
      Need need, List<List<ExampleHit>> candidates, BoostSettings settings) {
    Choice choice = new Choice(need, settings);
    boolean more = true;
    while (more && choice.chosen.size() < SHOWN) {
      more = false;
      for (int i = 0; i < need.lacks().size() && choice.chosen.size() < SHOWN; i++) {
        more |= choice.take(need.lacks().get(i), candidates.get(i));
      }
    }
    return List.copyOf(choice.chosen);
  }

  private boolean take(Lack lack, List<ExampleHit> hits) {
    ExampleHit best =
        hits.stream().filter(hit -> free(hit.example())).min(better(lack)).orElse(null);
    if (best == null) {
      return false;
    }
    Example example = best.example();
    keys(example).forEach(taken::add);
    chosen.add(new Chosen(example, lack, why(example, lack)));
    return true;
  }

  private boolean free(Example example) {
    Facts facts = example.facts();
    boolean own = need.customer() != null && same(need.customer(), facts.customer());
    return !own && keys(example).stream().noneMatch(taken::contains);
  }

  private static boolean same(String a, @Nullable String b) {
    return b != null && a.strip().equalsIgnoreCase(b.strip());
  }

  /** What must not come twice. */
  private static List<String> keys(Example example) {
    List<String> keys = new ArrayList<>(List.of("id " + example.id()));
    if (example.facts().seller() != null) {
      keys.add("seller " + example.facts().seller().strip());
    }
    if (example.facts().customer() != null) {
      keys.add("customer " + example.facts().customer().strip());
    }
    return keys;
  }

  private Comparator<ExampleHit> better(Lack lack) {
    return Comparator.<ExampleHit, Boolean>comparing(
            hit -> hit.example().language() != need.language())
        .thenComparing(hit -> !sameIndustry(hit.example()))
        .thenComparing(hit -> !top(hit.example()))
        .thenComparing(Comparator.comparingDouble((ExampleHit hit) -> -worth(hit, lack)))
        .thenComparing(hit -> hit.example().id());
  }

  private boolean sameIndustry(Example example) {
    return need.industry() != null && need.industry().equals(example.facts().industry());
  }

  private boolean top(Example example) {
    Integer rank = example.facts().rank();
    return rank != null && Boosts.isTop(settings, rank);
  }

  /** How well it fits, with something for being new and for showing just what is asked. */
  private double worth(ExampleHit hit, Lack lack) {
    long age = age(hit.example());
    double recent = age == Boosts.UNKNOWN ? 0 : Math.pow(0.5, age / settings.halfLifeDays());
    boolean closest =
        !lack.shows().isEmpty() && hit.example().facts().shows().contains(lack.shows().getFirst());
    return hit.fits() + 0.5 * recent + (closest ? 0.25 : 0);
  }

  private long age(Example example) {
    return need.asOf() == null || example.facts().date() == null
        ? Boosts.UNKNOWN
        : Math.max(0, need.asOf().toEpochDay() - example.facts().date().toEpochDay());
  }

  private List<Reason> why(Example example, Lack lack) {
    List<Reason> why = new ArrayList<>(List.of(new Reason.Answers(lack.finding())));
    Facts facts = example.facts();
    if (sameIndustry(example)) {
      why.add(new Reason.SameIndustry(need.industry()));
    } else if (need.industry() != null && facts.industry() != null) {
      why.add(new Reason.OtherIndustry(facts.industry(), need.industry()));
    }
    if (top(example)) {
      why.add(new Reason.TopSeller(facts.rank()));
    } else {
      why.add(new Reason.NoTopSeller());
    }
    if (Boosts.isRecent(settings, age(example))) {
      why.add(new Reason.Recent(facts.date()));
    }
    return why;
  }
}
