package dev.dealcoach.nlp.encoder;

import dev.dealcoach.nlp.text.Span;

/**
 * A token of the encoder.
 *
 * @param id its row in the vocabulary
 * @param place where it stands in the text; never splits a surrogate pair
 */
public record Piece(int id, Span place) {}
