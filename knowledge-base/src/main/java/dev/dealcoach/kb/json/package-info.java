/**
 * Examples as JSON, one object an example: what {@code coach examples import} reads, what the
 * library's log and the index keep. A line enters, an example or what is wrong with the line
 * leaves. Knows nothing of files and indexes.
 */
package dev.dealcoach.kb.json;
