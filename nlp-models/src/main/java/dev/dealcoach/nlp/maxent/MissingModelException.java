package dev.dealcoach.nlp.maxent;

/**
 * A trained model is not where it belongs, or not what it was; says which, and the command that
 * brings it back.
 */
public final class MissingModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String model;
  private final String command;

  public MissingModelException(String model, String command) {
    super("the model '" + model + "' is missing or damaged; bring it back with: " + command);
    this.model = model;
    this.command = command;
  }

  /** The id of the model. */
  public String model() {
    return model;
  }

  /** What to run, from the top of the source tree. */
  public String command() {
    return command;
  }
}
