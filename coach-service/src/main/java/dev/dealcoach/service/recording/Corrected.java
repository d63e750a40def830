package dev.dealcoach.service.recording;

import dev.dealcoach.service.recording.RecordingStore.Correction;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Puts corrections into transcripts. Stateless. */
public final class Corrected {
  private Corrected() {}

  /** The transcript with these words in place of the engine's; unknown places are passed over. */
  public static Transcript of(Transcript heard, List<Correction> corrections) {
    List<Word> words = new ArrayList<>(heard.words());
    for (Correction each : corrections) {
      if (each.position() < words.size()) {
        Word word = words.get(each.position());
        words.set(
            each.position(), new Word(each.text(), word.start(), word.end(), word.confidence()));
      }
    }
    return Transcript.of(words, heard.seconds(), heard.language(), heard.model());
  }

  /** Where each word begins in the transcript's text, in UTF-16 units. */
  public static List<Integer> places(Transcript transcript) {
    List<Integer> places = new ArrayList<>();
    int from = 0;
    for (Word word : transcript.words()) {
      int at = transcript.text().indexOf(word.text(), from);
      places.add(at);
      from = at + word.text().length();
    }
    return places;
  }
}
