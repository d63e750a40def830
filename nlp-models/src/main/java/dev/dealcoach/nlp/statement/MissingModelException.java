package dev.dealcoach.nlp.statement;

/** A trained model is not where it belongs; the message names the command that makes it again. */
public final class MissingModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingModelException(String id, String command) {
    super("the model '" + id + "' is missing; make it again with: " + command);
  }
}
