package dev.dealcoach.nlp.pack;

import java.util.List;
import java.util.stream.Collectors;

/** A rule pack that may not be used; carries every problem found, not just the first. */
public final class RulePackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackProblem> problems;

  RulePackException(String pack, List<PackProblem> problems) {
    super(
        "rule pack "
            + pack
            + " cannot be used:\n"
            + problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the files. */
  public List<PackProblem> problems() {
    return problems;
  }
}
