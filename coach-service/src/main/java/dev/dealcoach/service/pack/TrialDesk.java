package dev.dealcoach.service.pack;

import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.service.pack.TrialStore.Past;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Begins dry runs over what a trainer chooses. Thread-safe. */
public final class TrialDesk {
  /** Most reviews, and most summaries, of a dry run. */
  public static final int MOST = 500;

  /** So far back is looked for those of an industry. */
  private static final int FURTHEST = 5000;

  private final PackStore packs;
  private final TrialStore trials;
  private final PackDesk desk;
  private final PackInForce inForce;
  private final InstantSource clock;

  public TrialDesk(
      PackStore packs, TrialStore trials, PackDesk desk, PackInForce inForce, InstantSource clock) {
    this.packs = packs;
    this.trials = trials;
    this.desk = desk;
    this.inForce = inForce;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param outcome {@code DONE}, {@code NOT_THERE}, {@code CONFLICT} if the pack is not worked on,
   *     {@code FAULTY} or {@code UNFIT} if nothing was chosen
   * @param trial empty unless done
   */
  public record Begun(PackDesk.Outcome outcome, Optional<UUID> trial) {
    private static Begun not(PackDesk.Outcome outcome) {
      return new Begun(outcome, Optional.empty());
    }
  }

  /**
   * Begins a dry run.
   *
   * @param reviews how many of the newest, 0 to {@value #MOST}
   * @param summaries how many of the newest, 0 to {@value #MOST}
   * @param industry id of the only one to take; empty for all
   */
  public Begun begin(UUID pack, int reviews, int summaries, String industry, UUID actor) {
    StoredPack known = packs.find(pack).orElse(null);
    if (known == null) {
      return Begun.not(PackDesk.Outcome.NOT_THERE);
    }
    if (known.state() == PackState.RETIRED) {
      return Begun.not(PackDesk.Outcome.CONFLICT);
    }
    if (!desk.problems(pack).isEmpty()) {
      return Begun.not(PackDesk.Outcome.FAULTY);
    }
    List<Past> past = new ArrayList<>();
    boolean all = industry.isEmpty();
    if (reviews > 0) {
      past.addAll(chosen(trials.reviews(all ? reviews : FURTHEST), industry, reviews));
    }
    if (summaries > 0) {
      past.addAll(chosen(trials.summaries(all ? summaries : FURTHEST), industry, summaries));
    }
    if (past.isEmpty() || reviews > MOST || summaries > MOST) {
      return Begun.not(PackDesk.Outcome.UNFIT);
    }
    UUID id = UUID.randomUUID();
    trials.add(id, pack, known.revision(), actor, industry, past, clock.instant());
    return new Begun(PackDesk.Outcome.DONE, Optional.of(id));
  }

  private List<Past> chosen(List<Past> newest, String industry, int most) {
    return newest.stream()
        .filter(
            each ->
                industry.isEmpty()
                    || inForce
                        .judges()
                        .pack()
                        .industries()
                        .find(each.industry())
                        .map(Industry::id)
                        .equals(Optional.of(industry)))
        .limit(most)
        .toList();
  }

  /** Stops a dry run; what has been judged stays to be seen. */
  public boolean stop(UUID trial) {
    return trials.end(trial, Trial.State.STOPPED, clock.instant());
  }
}
