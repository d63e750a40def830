/**
 * Makes samples of recordings. A file of any common sound format enters; 16 kHz mono samples leave,
 * piece by piece, or a typed reason why there are none. WAV files are read here; everything else is
 * decoded by the program ffmpeg in a process of its own, with limits on time, memory and length.
 * Must not know what the samples are for.
 */
package dev.dealcoach.speech.audio;
