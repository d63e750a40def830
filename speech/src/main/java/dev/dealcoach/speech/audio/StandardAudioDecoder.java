package dev.dealcoach.speech.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads uncompressed WAV files in this process, everything else with ffmpeg if there is one.
 * Thread-safe.
 */
public final class StandardAudioDecoder implements AudioDecoder {
  private final Supplier<Optional<Ffmpeg>> search;
  private Optional<FfmpegDecoder> ffmpeg = Optional.empty();
  private boolean searched;

  /**
   * A decoder.
   *
   * @param ffmpeg finds the program for what is no WAV, and is asked once, when it is first needed;
   *     without one such files are refused
   */
  public StandardAudioDecoder(Supplier<Optional<Ffmpeg>> ffmpeg) {
    this.search = ffmpeg;
  }

  private synchronized Optional<FfmpegDecoder> ffmpeg() {
    if (!searched) {
      ffmpeg = search.get().map(FfmpegDecoder::new);
      searched = true;
    }
    return ffmpeg;
  }

  @Override
  public Decoding decode(Path file, AudioLimits limits, PcmSink sink) throws InterruptedException {
    try {
      return new Decoding.Decoded(samples(file, limits, sink));
    } catch (AudioRefusedException e) {
      return new Decoding.Refused(e.refusal());
    } catch (IOException e) {
      return refused(AudioRefusal.Code.NOT_READABLE, e.getClass().getSimpleName());
    }
  }

  private static Decoding.Refused refused(AudioRefusal.Code code, String detail) {
    return new Decoding.Refused(new AudioRefusal(code, detail));
  }

  private long samples(Path file, AudioLimits limits, PcmSink sink)
      throws IOException, InterruptedException {
    // a pipe or a device has no end
    if (!Files.isRegularFile(file)) {
      throw new AudioRefusedException(AudioRefusal.Code.NOT_READABLE, "no regular file");
    }
    if (Files.size(file) > limits.bytes()) {
      throw new AudioRefusedException(AudioRefusal.Code.TOO_LARGE, "larger than the limit");
    }
    long most = Math.multiplyExact(limits.length().toMillis(), PcmSink.RATE / 1000);
    byte[] head;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.mark(1 << 16);
      head = in.readNBytes(SoundFile.HEAD);
      if (head.length == 0) {
        throw new AudioRefusedException(AudioRefusal.Code.EMPTY, "an empty file");
      }
      if (WavFormat.begins(head)) {
        in.reset();
        WavFormat format = WavFormat.read(in);
        if (format.encoding() != WavFormat.Encoding.OTHER) {
          long samples = new WavSamples(format, in, most, sink).read();
          if (samples == 0) {
            throw new AudioRefusedException(AudioRefusal.Code.EMPTY, "WAV: no samples");
          }
          return samples;
        }
      }
    }
    boolean likely = SoundFile.likely(head);
    Optional<FfmpegDecoder> program = ffmpeg();
    if (program.isEmpty()) {
      throw new AudioRefusedException(
          likely ? AudioRefusal.Code.NO_DECODER : AudioRefusal.Code.NOT_AUDIO, "no ffmpeg");
    }
    return program.get().decode(file, likely, limits, most, sink);
  }
}
