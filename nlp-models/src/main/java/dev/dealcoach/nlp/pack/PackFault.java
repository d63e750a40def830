package dev.dealcoach.nlp.pack;

import java.util.Locale;

/** What can be wrong in a rule pack; ids are permanent, so that others may word them too. */
public enum PackFault {
  /** Nothing stands in the file. */
  EMPTY_FILE("the file is empty"),
  /** The file is not there, or cannot be read. */
  UNREADABLE("cannot be read"),
  /** What the YAML reader says. */
  NO_YAML("is no YAML: {1}"),
  /** A kind of file that there is not. */
  UNKNOWN_KIND("unknown kind '{1}'; known: {2}"),
  /** A language that there is not. */
  LANGUAGE("language must be zh or en"),
  /** Capital letters, spaces and the like. */
  NO_ID("'{1}' is no id: lower-case words joined by dots and hyphens"),
  /** The id is taken. */
  TAKEN("'{1}' already stands in {2}; say override: true to take its place"),
  /** A word stands twice in a list. */
  WORD_TWICE("'{1}' stands twice in word list '{2}'"),
  /** The pattern finds the empty string everywhere. */
  FINDS_NOTHING("pattern matches nothing at all: {1}"),
  /** The pattern is no regular expression. */
  NO_PATTERN("pattern does not compile: {1} in {2}"),
  /** A macro is used that has not been read yet. */
  NO_MACRO("no macro {{1}} is defined before this place"),
  /** A severity that there is not. */
  SEVERITY("severity must be info, advice, warning or problem"),
  /** A cue of one language only. */
  NO_WORDING("cue '{1}' has no wording in {2}"),
  /** A word list of one language only. */
  NO_WORDS("word list '{1}' has no words in {2}"),
  /** An industry with questions missing, or too many. */
  ASKS("industry '{1}' must ask in {2} exactly: {3}"),
  /** Something else where names and values should stand. */
  NO_MAPPING("a mapping (name: value) is expected here"),
  /** A name stands twice. */
  NAME_TWICE("'{1}' stands twice"),
  /** A name that there is not. */
  UNKNOWN_NAME("unknown name '{1}'; known here: {2}"),
  /** A value is missing. */
  MISSING("'{1}' is missing or empty"),
  /** A list is missing. */
  MISSING_LIST("'{1}' is missing or empty: a list is expected"),
  /** Something else where a text should stand. */
  NO_TEXT("a plain text is expected in '{1}'"),
  /** An example of the entry's own is not found. */
  NOT_FOUND("must find «{1}»"),
  /** A counter-example of the entry's own is found. */
  FOUND("must not find «{1}»"),
  /** A pattern would hold everything up on a long text. */
  SLOW("takes too many steps on a long text: {1}"),
  /** Something that the program asks for is not there any more. */
  LOST("'{1}' must be there: the program asks for it");

  private final String english;

  PackFault(String english) {
    this.english = english;
  }

  /** Kebab-case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sentence in English; {@code {1}} and so on stand for details. */
  public String english() {
    return english;
  }
}
