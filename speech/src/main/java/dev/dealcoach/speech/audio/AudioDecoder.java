package dev.dealcoach.speech.audio;

import java.nio.file.Path;

/** Makes samples of sound files. Implementations are thread-safe. */
public interface AudioDecoder {
  /**
   * Decodes a file into the sink, on the calling thread, at the pace at which the sink takes it.
   * Holds a bounded piece of the audio in memory, however long it is. When it returns, no process
   * and no temporary file of this call is left.
   *
   * @throws InterruptedException if the thread is interrupted, or the sink says so
   */
  Decoding decode(Path file, AudioLimits limits, PcmSink sink) throws InterruptedException;
}
