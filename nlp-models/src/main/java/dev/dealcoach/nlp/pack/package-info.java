/**
 * Rule packs: what the product knows of the language of selling, kept as data. YAML files enter; a
 * {@link dev.dealcoach.nlp.pack.RulePack} leaves, checked as a whole and compiled, or a list of all
 * problems with file and line. Knows nothing of documents, detectors or scores.
 */
package dev.dealcoach.nlp.pack;
