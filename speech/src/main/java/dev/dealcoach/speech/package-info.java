/**
 * Audio in, transcript out: {@code audio} makes samples of whatever a phone recorded, {@code
 * transcript} says what a transcript is, {@code vosk} makes one with libvosk, and {@code model}
 * keeps the models that this needs. Knows nothing of documents, rules, scores or the web.
 */
package dev.dealcoach.speech;
