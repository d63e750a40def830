package dev.dealcoach.service.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Judges the same text with two packs. Deterministic, thread-safe. */
public interface Rehearsal {
  /**
   * What would change for a proposal.
   *
   * @param name of the file as its owner calls it
   * @param mask takes names out of a passage
   * @return empty if the document cannot be read
   */
  Optional<Difference> proposal(
      Path file,
      String name,
      List<String> statements,
      PackInForce.Judges before,
      PackInForce.Judges after,
      UnaryOperator<String> mask);

  /** What would change for a summary. */
  Difference summary(
      String text,
      String industry,
      PackInForce.Judges before,
      PackInForce.Judges after,
      UnaryOperator<String> mask);
}
