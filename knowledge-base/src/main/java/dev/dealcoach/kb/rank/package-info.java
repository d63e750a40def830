/**
 * How what is known of a passage and a query becomes one order: pure arithmetic. The scores of the
 * two arms enter; relevance and the probability that a passage fits leave. Knows nothing of
 * indexes, texts and clocks.
 */
package dev.dealcoach.kb.rank;
