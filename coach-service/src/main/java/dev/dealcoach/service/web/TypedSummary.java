package dev.dealcoach.service.web;

import java.util.Optional;

/** Tells what can be read as a summary from what cannot. Stateless. */
public final class TypedSummary {
  private TypedSummary() {}

  /**
   * Why a text is not taken.
   *
   * @param name of the problem
   * @param status of the answer
   */
  public record Refusal(String name, int status) {}

  /** Why this text is not taken; empty if it is. */
  public static Optional<Refusal> refusal(String text, WebLimits limits) {
    if (text.isBlank()) {
      return Optional.of(new Refusal("summary-empty", 400));
    }
    if (text.length() > limits.summaryCharacters()) {
      return Optional.of(new Refusal("summary-too-long", 413));
    }
    return isText(text) ? Optional.empty() : Optional.of(new Refusal("summary-not-text", 400));
  }

  /** Whether there are letters or digits, whole characters, and none that only files hold. */
  private static boolean isText(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit)
        && text.codePoints()
            .noneMatch(
                c ->
                    c == '\uFFFD'
                        || Character.getType(c) == Character.SURROGATE
                        || (Character.getType(c) == Character.CONTROL
                            && c != '\n'
                            && c != '\r'
                            && c != '\t'));
  }
}
