package dev.dealcoach.service.pack;

import dev.dealcoach.nlp.pack.PackFiles;
import dev.dealcoach.nlp.pack.PackProblem;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.pack.RulePackLoader;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.review.ReviewPipeline;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule pack that judges now, and the judges that use it. Whoever begins a review or a summary
 * asks for them anew; asking costs one row of the database. Thread-safe.
 */
public final class PackInForce {
  private static final Logger LOG = LoggerFactory.getLogger(PackInForce.class);

  private final Judges configured;
  private final RulePack needed;
  private volatile Judges held;
  private volatile @Nullable PackStore store;
  private volatile List<PackProblem> problems = List.of();

  /**
   * What judges with one pack.
   *
   * @param number of {@link PackStore.InForce} that it belongs to
   */
  public record Judges(long number, RulePack pack, ReviewPipeline pipeline, Discovery discovery) {
    /** The same with another pack; the trained models are shared. */
    public Judges on(long other, RulePack changed) {
      return new Judges(other, changed, pipeline.on(changed), discovery.on(changed));
    }
  }

  /**
   * In force until another is published.
   *
   * @param configured that the program was started with
   * @param needed holds all that the program asks for
   */
  public PackInForce(RulePack configured, RulePack needed) {
    this.configured =
        new Judges(0, configured, new ReviewPipeline(configured), new Discovery(configured));
    this.needed = needed;
    this.held = this.configured;
  }

  /** From now on what is published there is in force. */
  public void follow(PackStore published) {
    this.store = published;
  }

  /** The pack that the program was started with. */
  public RulePack configured() {
    return configured.pack();
  }

  /** Holds all that the program asks for. */
  public RulePack needed() {
    return needed;
  }

  /** Why the published pack cannot be used by this version of the program; empty if it can. */
  public List<PackProblem> problems() {
    return problems;
  }

  /** Reviews proposals. */
  public ReviewPipeline pipeline() {
    return judges().pipeline();
  }

  /** Scores summaries. */
  public Discovery discovery() {
    return judges().discovery();
  }

  /** The judges of the pack that is in force when this is called. */
  public Judges judges() {
    PackStore published = store;
    if (published == null) {
      return held;
    }
    try {
      PackStore.InForce now = published.inForce();
      return now.number() == held.number() ? held : changed(published);
    } catch (RuntimeException e) {
      // what keeps nothing needs no database
      LOG.warn("the number of the rule pack in force cannot be read", e);
      return held;
    }
  }

  private synchronized Judges changed(PackStore published) {
    PackStore.InForce now = published.inForce();
    if (now.number() == held.number()) {
      return held;
    }
    List<PackProblem> found = List.of();
    RulePack pack = configured.pack();
    if (now.pack() != null) {
      PackFiles files = published.files(now.pack());
      found = RulePackLoader.check(files, needed);
      if (found.isEmpty()) {
        pack = RulePackLoader.load(List.of(files));
      } else {
        LOG.error(
            "the published rule pack has {} problems with this version of the program; the one it"
                + " was started with judges instead",
            found.size());
      }
    }
    problems = found;
    held = configured.on(now.number(), pack);
    LOG.info("rule pack {} {} is in force", pack.id(), pack.sha256());
    return held;
  }
}
