package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.rank.Match;

/**
 * A candidate with what decides its place.
 *
 * @param score log-odds in a hybrid search, else the arm's own
 * @param fits probability, 0 to 1
 */
record Ranked(Candidate candidate, Match match, double score, double fits) {}
