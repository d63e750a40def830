/**
 * Recognises speech with libvosk, in this process. A model's directory and recordings enter,
 * transcripts leave. libvosk is native code that aborts the process on some misuse and on some
 * damaged models: what can be seen beforehand is checked here and becomes an exception; the rest is
 * why the service runs this in child processes. Must not know how models get onto this machine.
 */
package dev.dealcoach.speech.vosk;
