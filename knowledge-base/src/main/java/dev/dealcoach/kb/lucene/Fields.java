package dev.dealcoach.kb.lucene;

import dev.dealcoach.nlp.text.Language;

/** Names of the index's fields. */
final class Fields {
  static final String ID = "id";

  /** The example as JSON, stored. */
  static final String SOURCE = "source";

  static final String WORDS = "words";
  static final String PAIRS = "pairs";

  /** Words for what is noted about the example. */
  static final String FACTS = "facts";

  static final String INDUSTRY = "industry";
  static final String PRODUCT = "product";
  static final String STAGE = "stage";
  static final String SHOWS = "shows";
  static final String TAG = "tag";
  static final String LANGUAGE = "language";
  static final String STATE = "state";
  static final String CUSTOMER = "customer";

  /** Days since 1970. */
  static final String DAY = "day";

  static final String RANK = "rank";

  private Fields() {}

  /** The vectors of one language's model. */
  static String vector(Language language) {
    return "vector-" + language.code();
  }
}
