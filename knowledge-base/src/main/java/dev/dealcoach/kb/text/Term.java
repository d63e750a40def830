package dev.dealcoach.kb.text;

import dev.dealcoach.nlp.text.Span;

/**
 * A word of a text.
 *
 * @param word as it is indexed: small letters, half width, stemmed
 * @param place where it stands
 */
public record Term(String word, Span place) {}
