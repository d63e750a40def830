package dev.dealcoach.kb.json;

import dev.dealcoach.kb.Example;

/** What a line of JSON turned out to be. */
public sealed interface ExampleLine {
  /** A good one. */
  record Good(Example example) implements ExampleLine {}

  /**
   * One that is no example.
   *
   * @param fault what is wrong
   * @param member of the object that is at fault, empty if the whole line is
   */
  record Bad(Fault fault, String member) implements ExampleLine {}

  /** What can be wrong. */
  enum Fault {
    /** The bytes are not UTF-8. */
    NO_UTF8("no-utf8"),
    /** No JSON object stands on the line, or more than that. */
    NO_OBJECT("no-object"),
    /** A member that must be there is missing, null or blank. */
    MISSING("missing"),
    /** A member has a value of the wrong kind. */
    WRONG_KIND("wrong-kind"),
    /** The text is longer than {@link ExampleJson#MOST_CHARACTERS}. */
    TOO_LONG("too-long");

    private final String id;

    Fault(String id) {
      this.id = id;
    }

    /** Permanent, kebab-case. */
    public String id() {
      return id;
    }
  }
}
