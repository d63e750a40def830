/**
 * The index of examples with Lucene: words, vectors and facts. Implements the port {@link
 * dev.dealcoach.kb.ExampleIndex}. Knows nothing of where examples come from.
 */
package dev.dealcoach.kb.lucene;
