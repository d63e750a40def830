/**
 * Small fine-tuned text encoders on ONNX Runtime. The text of a summary and places in it enter;
 * what each place, and the whole, says of the items of the discovery checklist leaves, as
 * probabilities. Or the paragraphs of a proposal and places in them enter; how much each raises a
 * worry leaves. Knows nothing of scores, reps, document formats or rule packs.
 */
package dev.dealcoach.nlp.encoder;
