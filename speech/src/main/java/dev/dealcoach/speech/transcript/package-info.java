/**
 * What a transcript is, and the port that makes one of a recording: words with times and
 * confidences, the text with its pauses, and whether a person should look at it. Audio files enter;
 * transcripts or typed failures leave. Must not know which engine recognises the words.
 */
package dev.dealcoach.speech.transcript;
