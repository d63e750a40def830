package dev.dealcoach.service.job;

import dev.dealcoach.nlp.pack.PackFiles;
import dev.dealcoach.nlp.pack.RulePackLoader;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.library.KnownNames;
import dev.dealcoach.service.library.Masking;
import dev.dealcoach.service.pack.Difference;
import dev.dealcoach.service.pack.PackInForce;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.Rehearsal;
import dev.dealcoach.service.pack.StoredPack;
import dev.dealcoach.service.pack.Trial;
import dev.dealcoach.service.pack.TrialItem;
import dev.dealcoach.service.pack.TrialStore;
import dev.dealcoach.service.proposal.ReviewBacklog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Makes a dry run, item by item, and makes way for reviews that people wait for. What was judged
 * stays judged, whatever happens to the process. Thread-safe.
 */
public final class TrialWorker {
  /** Reviews looked at to see whether one could be made now. */
  private static final int LOOKED_AT = 20;

  private final TrialStore trials;
  private final PackStore packs;
  private final PackInForce inForce;
  private final Rehearsal rehearsal;
  private final Blobs blobs;
  private final KnownNames names;
  private final ReviewBacklog backlog;
  private final InstantSource clock;

  public TrialWorker(
      TrialStore trials,
      PackStore packs,
      PackInForce inForce,
      Rehearsal rehearsal,
      Blobs blobs,
      KnownNames names,
      ReviewBacklog backlog,
      InstantSource clock) {
    this.trials = trials;
    this.packs = packs;
    this.inForce = inForce;
    this.rehearsal = rehearsal;
    this.blobs = blobs;
    this.names = names;
    this.backlog = backlog;
    this.clock = clock;
  }

  /**
   * Goes on with a dry run.
   *
   * @return false if reviews wait, and it must go on later
   */
  boolean run(UUID id) {
    Trial trial = trials.find(id).orElse(null);
    if (trial == null || trial.state() != Trial.State.RUNNING) {
      return true;
    }
    StoredPack pack = packs.find(trial.pack()).orElseThrow();
    if (pack.revision() != trial.revision()) {
      trials.end(id, Trial.State.STOPPED, clock.instant());
      return true;
    }
    PackFiles files = packs.files(pack.id());
    PackInForce.Judges before = inForce.judges();
    PackInForce.Judges after = before.on(before.number(), RulePackLoader.load(List.of(files)));
    while (true) {
      if (reviewsWait() || Thread.currentThread().isInterrupted()) {
        return false;
      }
      if (trials.find(id).map(Trial::state).orElse(Trial.State.STOPPED) != Trial.State.RUNNING) {
        return true;
      }
      Optional<TrialItem> next = trials.next(id);
      if (next.isEmpty()) {
        trials.end(id, Trial.State.DONE, clock.instant());
        return true;
      }
      trials.judged(id, next.get().place(), difference(next.get(), before, after).orElse(null));
    }
  }

  /** Whether a review is being made, or could be; one that waits for another attempt could not. */
  private boolean reviewsWait() {
    Instant now = clock.instant();
    return backlog.open(LOOKED_AT).stream()
        .anyMatch(each -> each.due() != null && !each.due().isAfter(now));
  }

  private Optional<Difference> difference(
      TrialItem item, PackInForce.Judges before, PackInForce.Judges after) {
    Masking.Known known = names.of(item.deal());
    UnaryOperator<String> mask = text -> Masking.mask(text, known, Language.of(text)).text();
    if (item.summary() != null) {
      return trials
          .summary(item.summary())
          .map(text -> rehearsal.summary(text, item.industry(), before, after, mask));
    }
    TrialStore.Proposal proposal =
        item.review() == null ? null : trials.proposal(item.review()).orElse(null);
    Path file = proposal == null ? null : blobs.find(proposal.document()).orElse(null);
    return file == null
        ? Optional.empty()
        : rehearsal.proposal(file, proposal.fileName(), proposal.statements(), before, after, mask);
  }
}
