/**
 * A small fine-tuned text encoder on ONNX Runtime. The text of a summary and places in it enter;
 * what each place, and the whole, says of the items of the discovery checklist leaves, as
 * probabilities. Knows nothing of scores, reps, documents or rule packs.
 */
package dev.dealcoach.nlp.encoder;
