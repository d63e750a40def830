package dev.dealcoach.service.recording;

import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps recordings. Thread-safe. */
public interface RecordingStore {
  /**
   * Keeps a recording with its contact; from then on it will be transcribed, whatever is killed.
   *
   * @param once makes it happen once; null if that does not matter
   * @return the recording's id
   */
  Creation accept(NewRecording recording, @Nullable Once once);

  /** The recording with this id, whoever asks. */
  Optional<Recording> find(UUID id);

  /** The latest recording of a contact. */
  Optional<Recording> ofContact(UUID contact);

  /** The recordings of a deal that can be seen, the latest first. */
  List<Recording> ofDeal(UUID deal, Sight sight);

  /** What was noted of a contact besides the words. */
  Optional<ContactFacts> facts(UUID contact);

  /** The flags of a recording. */
  List<Raised> flags(UUID recording);

  /** What the engine heard; empty until done. */
  Optional<Transcript> transcript(UUID recording);

  /** The words that a person put in place of the engine's, the latest of each place. */
  List<Correction> corrections(UUID recording);

  /** What somebody sent before, the latest first, without this one. */
  List<Flags.Earlier> earlier(UUID author, UUID recording);

  /**
   * Begins an attempt.
   *
   * @return empty if there is no such recording, or it has ended
   */
  Optional<RecordingWork> begin(UUID recording);

  /** Says that a recording that has not ended waits for a model. */
  void waitsForModel(UUID recording);

  /** Says how far an attempt has come. */
  void progress(RecordingWork work, RecordingState state);

  /**
   * Ends an attempt with a transcript.
   *
   * @param flag what speaks against scoring the words; null if nothing
   * @param summary the judged words; null if they are not scored
   * @return false if the attempt was not the recording's latest any more
   */
  boolean done(
      RecordingWork work,
      Transcript transcript,
      Sound sound,
      @Nullable Raised flag,
      @Nullable NewSummary summary,
      Instant at);

  /**
   * Ends the recording without a transcript.
   *
   * @return false if the attempt was not the recording's latest any more
   */
  boolean refused(RecordingWork work, String code, Instant at);

  /**
   * Gives an attempt up; another will be made.
   *
   * @param counts whether it was the recording's fault
   */
  void postponed(RecordingWork work, boolean counts);

  /**
   * Puts a word in place of the engine's and keeps the summary that comes of it; the engine's words
   * stay.
   *
   * @param summary null if the recording is not scored
   */
  void correct(
      UUID recording, Correction correction, UUID by, @Nullable NewSummary summary, Instant at);

  /**
   * A word that the engine misheard.
   *
   * @param position of the word in the transcript, from 0
   * @param text what was said, 1 to {@value #LONGEST} characters
   */
  record Correction(int position, String text) {
    /** Longest word. */
    public static final int LONGEST = 60;

    public Correction {
      text = text.strip();
      if (position < 0
          || text.isEmpty()
          || text.length() > LONGEST
          || text.codePoints().noneMatch(Character::isLetterOrDigit)
          || text.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("no word of 1 to " + LONGEST + " characters");
      }
    }
  }
}
