package dev.dealcoach.service.cli;

import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A transcript in SubRip's format: numbered cues, each with its time and one line of text. */
final class Subtitles {
  /** Longest cue in seconds, and in characters: what a viewer reads at a glance. */
  private static final double LONGEST = 7;

  private static final int WIDEST_ZH = 22;
  private static final int WIDEST_EN = 60;

  private Subtitles() {}

  /** The cues, each followed by an empty line; nothing if nothing was said. */
  static String of(Transcript transcript) {
    int widest = transcript.language() == SpokenLanguage.ZH ? WIDEST_ZH : WIDEST_EN;
    StringBuilder out = new StringBuilder();
    List<Word> cue = new ArrayList<>();
    int number = 0;
    for (Word word : transcript.words()) {
      if (!cue.isEmpty() && breaks(cue, word, widest)) {
        append(out, ++number, cue, transcript);
        cue.clear();
      }
      cue.add(word);
    }
    if (!cue.isEmpty()) {
      append(out, ++number, cue, transcript);
    }
    return out.toString();
  }

  private static boolean breaks(List<Word> cue, Word next, int widest) {
    int width = cue.stream().mapToInt(word -> word.text().length()).sum();
    return next.start() - cue.getLast().end() >= Transcript.PAUSE
        || next.end() - cue.getFirst().start() > LONGEST
        || width + next.text().length() > widest;
  }

  private static void append(StringBuilder out, int number, List<Word> cue, Transcript transcript) {
    ModelStamp model = transcript.model();
    String text = Transcript.of(cue, transcript.seconds(), transcript.language(), model).text();
    out.append(number).append('\n');
    out.append(time(cue.getFirst().start())).append(" --> ").append(time(cue.getLast().end()));
    out.append('\n').append(text).append("\n\n");
  }

  private static String time(double seconds) {
    long millis = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d,%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }
}
