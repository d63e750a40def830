/**
 * What a trained reader makes of a proposal's units: the paragraphs of a document enter, with the
 * places in them that are asked about; how much each raises a worry, and whether it is answered,
 * leaves as probabilities. Must not know document formats, rule packs, points or wording.
 */
package dev.dealcoach.nlp.worry;
