package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.rank.Boosts;

/** A passage that one of the arms brought, and what is known of it. Lives for one search. */
final class Candidate {
  final int document;

  /** BM25; 0 if no word is shared. */
  double words;

  /** The part of it that what is noted about the passage brings. */
  double noted;

  /** How plainly the query asks for what it shows, 0 to 1. */
  double asked;

  /** Inner product; NaN if the passage has no vector of the query's model. */
  double nearness = Double.NaN;

  long rank = Boosts.UNKNOWN;
  long day = Boosts.UNKNOWN;
  boolean dated;

  Candidate(int document) {
    this.document = document;
  }
}
