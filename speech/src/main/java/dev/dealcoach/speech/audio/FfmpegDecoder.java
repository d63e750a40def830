package dev.dealcoach.speech.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Decodes with the program ffmpeg, one process a file. The process may read this one file only,
 * with demuxers and decoders of sound alone (playlists, which name other files, are not among
 * them), writes nothing but its output, and has limits on time, memory and length. Thread-safe.
 */
final class FfmpegDecoder {
  private static final String DEMUXERS =
      "wav,w64,aiff,au,caf,mov,mp3,aac,amr,amrnb,amrwb,ogg,matroska,flac,asf,avi,mpegts";

  private static final String CODECS =
      "aac,aac_fixed,aac_latm,ac3,ac3_fixed,eac3,mp1,mp1float,mp2,mp2float,mp3,mp3float,amrnb,amrwb,"
          + "libopencore_amrnb,libopencore_amrwb,opus,libopus,vorbis,libvorbis,flac,alac,speex,"
          + "libspeex,wmav1,wmav2,wmapro,wmalossless,wmavoice,gsm,gsm_ms,libgsm,libgsm_ms,ilbc,"
          + "pcm_s8,pcm_u8,pcm_s16le,pcm_s16be,pcm_u16le,pcm_u16be,pcm_s24le,pcm_s24be,pcm_s32le,"
          + "pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,pcm_alaw,pcm_mulaw,adpcm_ms,"
          + "adpcm_ima_wav,adpcm_ima_qt,adpcm_g722,adpcm_g726";

  /**
   * Sets what the shell can, as far as this system knows it, and becomes ffmpeg: no core, no file,
   * bounded address space in KiB, bounded processor time in seconds.
   */
  private static final String LIMITED =
      "ulimit -c 0; ulimit -f 0; ulimit -v \"$1\"; ulimit -t \"$2\"; shift 2; exec \"$@\"";

  private static final int COMPLAINTS = 4_096;
  private static final long END_SECONDS = 10;

  private final Ffmpeg ffmpeg;

  FfmpegDecoder(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * Decodes a file.
   *
   * @param likely whether it begins like a sound file
   * @return how many samples went into the sink
   * @throws AudioRefusedException if there is no audio to be had
   */
  long decode(Path file, boolean likely, AudioLimits limits, long most, PcmSink sink)
      throws IOException, InterruptedException {
    Process process = ffmpeg.processBuilder(command(file, limits)).start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> complaints = new CompletableFuture<>();
      Thread.startVirtualThread(() -> drain(process.getErrorStream(), complaints));
      WaitingTime waiting = new WaitingTime(process, limits.time());
      Thread.startVirtualThread(waiting::watch);
      AudioRefusedException found = null;
      long samples = 0;
      try (InputStream in =
          new BufferedInputStream(waiting.timed(process.getInputStream()), 1 << 16)) {
        samples = new WavSamples(WavFormat.read(in), in, most, sink).read();
      } catch (AudioRefusedException e) {
        if (e.refusal().code() == AudioRefusal.Code.TOO_LONG) {
          throw e;
        }
        found = e;
      }
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS) || waiting.used()) {
        throw new AudioRefusedException(AudioRefusal.Code.TIMED_OUT, "ffmpeg took too long");
      }
      int status = process.exitValue();
      if (status == 0 && found == null && samples > 0) {
        return samples;
      }
      throw refusal(status, complaints.join(), likely);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private List<String> command(Path file, AudioLimits limits) {
    List<String> command = new ArrayList<>();
    // twice the time: what the shell bounds is a second line of defence, in case this JVM dies
    long seconds = 2 * limits.time().toSeconds() + 1;
    command.addAll(List.of("/bin/sh", "-c", LIMITED, "sh"));
    command.addAll(List.of(Long.toString(limits.memory() >> 10), Long.toString(seconds)));
    command.add(ffmpeg.program());
    command.addAll(List.of("-nostdin", "-hide_banner", "-nostats", "-loglevel", "error"));
    command.addAll(List.of("-threads", "1", "-protocol_whitelist", "file"));
    command.addAll(List.of("-format_whitelist", DEMUXERS, "-codec_whitelist", CODECS));
    command.addAll(List.of("-vn", "-sn", "-dn", "-i", "file:" + file.toAbsolutePath()));
    command.addAll(List.of("-map", "0:a:0", "-map_metadata", "-1", "-c:a", "pcm_s16le"));
    command.addAll(List.of("-f", "wav", "pipe:1"));
    return command;
  }

  /** Takes what ffmpeg complains of, its beginning only. */
  private static void drain(InputStream errors, CompletableFuture<String> complaints) {
    String text = "";
    try (errors) {
      text = new String(errors.readNBytes(COMPLAINTS), StandardCharsets.UTF_8);
      errors.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the process was killed
    } finally {
      complaints.complete(text);
    }
  }

  private static AudioRefusedException refusal(int status, String complaints, boolean likely) {
    AudioRefusal.Code code;
    if (complaints.contains("matches no streams")) {
      code = AudioRefusal.Code.NO_AUDIO_STREAM;
    } else if (!likely) {
      code = AudioRefusal.Code.NOT_AUDIO;
    } else if (status == 0) {
      code = AudioRefusal.Code.EMPTY;
    } else {
      code = AudioRefusal.Code.DAMAGED;
    }
    return new AudioRefusedException(code, "ffmpeg ended with status " + status);
  }
}
