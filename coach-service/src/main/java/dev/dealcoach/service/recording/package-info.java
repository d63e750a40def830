/**
 * Spoken summaries: recordings of what a rep says after a contact, how far their transcription has
 * come, what speaks against counting them, and the ports that keep and hear them. A sound file goes
 * in; a transcript, flags and a summary come out. Knows no database, no HTTP and no engine.
 */
@NullMarked
package dev.dealcoach.service.recording;

import org.jspecify.annotations.NullMarked;
