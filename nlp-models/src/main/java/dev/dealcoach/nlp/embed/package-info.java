/**
 * Texts as points in a space in which near means alike. A text enters; a vector of unit length
 * leaves. Knows nothing of what the texts are and what the vectors are for.
 */
package dev.dealcoach.nlp.embed;
