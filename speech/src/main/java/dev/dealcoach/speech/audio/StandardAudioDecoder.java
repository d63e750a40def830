package dev.dealcoach.speech.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads uncompressed WAV files in this process, everything else with ffmpeg if there is one.
 * Thread-safe.
 */
public final class StandardAudioDecoder implements AudioDecoder {
  private final Optional<FfmpegDecoder> ffmpeg;

  /**
   * A decoder.
   *
   * @param ffmpeg for what is no WAV; without one such files are refused
   */
  public StandardAudioDecoder(Optional<Ffmpeg> ffmpeg) {
    this.ffmpeg = ffmpeg.map(FfmpegDecoder::new);
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
    if (ffmpeg.isEmpty()) {
      throw new AudioRefusedException(
          likely ? AudioRefusal.Code.NO_DECODER : AudioRefusal.Code.NOT_AUDIO, "no ffmpeg");
    }
    return ffmpeg.get().decode(file, likely, limits, most, sink);
  }
}
