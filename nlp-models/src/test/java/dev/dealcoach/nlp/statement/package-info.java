/** Trains the models of the discovery analysis, and tests what they are used by. */
package dev.dealcoach.nlp.statement;
