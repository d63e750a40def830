/**
 * Speech recognition in child processes: libvosk can end the process it runs in, and ffmpeg reads
 * what strangers recorded. A recording and a model enter, a transcript or a typed failure leaves;
 * the same for trying a model out before it is taken into use. Must not know where recordings come
 * from or what becomes of transcripts.
 */
package dev.dealcoach.service.transcribe;
