package dev.dealcoach.speech.audio;

import java.time.Duration;

/**
 * What one recording may cost. Immutable.
 *
 * @param bytes largest file
 * @param length longest audio; a recording beyond it is refused, not cut
 * @param time longest time that may be spent waiting for the decoder of one file, whatever the
 *     consumer of the samples needs
 * @param memory most memory of the decoder's process, in bytes
 */
public record AudioLimits(long bytes, Duration length, Duration time, long memory) {
  /**
   * Room for a long meeting: 1 GiB, two hours; ffmpeg decodes an hour of AAC in 5 s and keeps
   * within 300 MiB of address space.
   */
  public static final AudioLimits STANDARD =
      new AudioLimits(1L << 30, Duration.ofHours(2), Duration.ofMinutes(2), 1L << 30);

  public AudioLimits {
    if (bytes < 1 || !length.isPositive() || !time.isPositive() || memory < 1) {
      throw new IllegalArgumentException("limits that let nothing through");
    }
  }

  /** The same with another bound on the audio's length. */
  public AudioLimits withLength(Duration longest) {
    return new AudioLimits(bytes, longest, time, memory);
  }
}
