/**
 * What the customer said, and where a proposal says the same: both texts enter as rows of
 * comparable units, runs of equal units are laid side by side, and the stretches that belong
 * together leave, each with the offsets it has in its text. Knows clauses and their nature (pain,
 * wish, budget, question …). Must not know sections, points, scores or wording.
 */
@org.jspecify.annotations.NullMarked
package dev.dealcoach.scan.detect.quote;
