/**
 * Examples in, ranked examples out: the records and the port {@link dev.dealcoach.kb.ExampleIndex}
 * that takes and finds them. Knows nothing of documents, scores, the database or the web.
 */
package dev.dealcoach.kb;
