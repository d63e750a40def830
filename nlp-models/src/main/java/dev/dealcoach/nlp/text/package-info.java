/**
 * Plain text and places in it: languages, spans, the normal form every block and statement is
 * brought to, sentences and words. Text enters, text and spans leave. Knows nothing of documents,
 * rules or scores.
 */
package dev.dealcoach.nlp.text;
