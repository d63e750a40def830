package dev.dealcoach.scan.detect.quote;

import dev.dealcoach.nlp.text.Span;

/**
 * A clause of a statement. Immutable.
 *
 * @param span in the statement's text
 * @param nature what it is about
 * @param own what its own words say without its neighbours
 */
public record Clause(Span span, Nature nature, Nature own) {}
