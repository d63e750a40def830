/**
 * The vectors of examples and queries: each text goes to the model of its language, many texts on
 * several threads, and what was embedded once may be kept in a file. Knows nothing of indexes.
 */
package dev.dealcoach.kb.vector;
