/**
 * How fast transcription is beside a bare loop around libvosk, on the same audio in the same run,
 * and whether memory stays flat. Run by {@code ./mvnw -Pbench package}; no part of the tests, whose
 * machines are too uneven for figures.
 */
package dev.dealcoach.speech.bench;
