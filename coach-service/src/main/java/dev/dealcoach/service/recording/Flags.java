package dev.dealcoach.service.recording;

import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.audio.SoundPrint;
import dev.dealcoach.speech.transcript.Transcript;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what speaks against scoring a recording before its words are judged. Stateless. */
public final class Flags {
  private Flags() {}

  /**
   * An earlier recording.
   *
   * @param contact that it is of
   * @param sha256 of its file
   * @param print of its sound; empty if it has none
   */
  public record Earlier(UUID contact, String sha256, String print) {}

  /**
   * The flag of a recording; empty if its words can be judged.
   *
   * @param sha256 of its file
   * @param earlier what the same person sent before
   */
  public static Optional<Raised> find(
      Transcript transcript, Sound sound, String sha256, List<Earlier> earlier) {
    if (transcript.words().isEmpty()) {
      return Optional.of(new Raised(sound.silent() ? Flag.SILENCE : Flag.NOISE, null));
    }
    return earlier.stream()
        .map(each -> new Likeness(each.contact(), likeness(each, sha256, sound.print())))
        .filter(each -> each.share >= SoundPrint.SAME)
        .max(Comparator.comparingDouble(each -> each.share))
        .map(each -> new Raised(Flag.SAME_AUDIO, each.contact));
  }

  private static double likeness(Earlier earlier, String sha256, String print) {
    return earlier.sha256().equals(sha256) ? 1 : SoundPrint.likeness(earlier.print(), print);
  }

  private record Likeness(UUID contact, double share) {}
}
