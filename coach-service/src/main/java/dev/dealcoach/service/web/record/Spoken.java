package dev.dealcoach.service.web.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.web.record.RecordingBodies.SaidBody;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a summary into the sentences that may be the customer's. In a transcript a pause is all that
 * ends a sentence. Likely are those that hold what the score found of a need: that is what a
 * customer says and a proposal quotes. Stateless.
 */
final class Spoken {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Fewer say nothing that could be quoted. */
  private static final int SHORTEST = 6;

  private Spoken() {}

  /** Longer than what anybody says in a breath: the speaker made no pause. */
  private static final int LONGEST = 30;

  /** Whether a person may say that these words of a summary are the customer's. */
  static boolean holds(String text, String words) {
    return words.strip().length() >= SHORTEST && text.contains(words);
  }

  private static List<int[]> places(String text) {
    List<int[]> places = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || ends(text, i)) {
        add(places, text, from, i);
        from = i + 1;
      }
    }
    return places;
  }

  private static void add(List<int[]> places, String text, int from, int end) {
    String found = text.substring(Math.min(from, end), end);
    if (found.strip().length() >= SHORTEST) {
      int first = from + found.length() - found.stripLeading().length();
      places.add(new int[] {first, first + found.strip().length()});
    }
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '。', '！', '？', '；', '!', '?', ';', '\n', '\r' -> true;
      case '.' -> at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
      case ' ' ->
          (at > 0 && han(text.charAt(at - 1)))
              || (at + 1 < text.length() && han(text.charAt(at + 1)));
      default -> false;
    };
  }

  private static boolean han(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /**
   * The sentences with what is known of them.
   *
   * @param report SPEC §8 {@code discovery} on this text; empty if it was not judged
   * @param kept what stands among the deal's statements already
   */
  static List<SaidBody> of(String text, String report, Set<String> kept) {
    List<int[]> evidence = evidence(report);
    List<SaidBody> said = new ArrayList<>();
    // where no pause cuts the words, what the score stands on does
    for (int[] e : evidence) {
      boolean inLong =
          places(text).stream()
              .anyMatch(
                  place ->
                      place[0] <= e[0]
                          && e[1] <= place[1]
                          && place[1] - place[0] > LONGEST
                          && e[1] - e[0] < place[1] - place[0]);
      if (inLong && e[1] - e[0] >= SHORTEST) {
        String words = text.substring(e[0], e[1]);
        said.add(new SaidBody(words, true, kept.contains(words)));
      }
    }
    for (int[] place : places(text)) {
      String sentence = text.substring(place[0], place[1]);
      if (place[1] - place[0] > LONGEST && !said.isEmpty()) {
        said.add(new SaidBody(sentence, false, kept.contains(sentence)));
        continue;
      }
      boolean likely = evidence.stream().anyMatch(e -> e[0] < place[1] && place[0] < e[1]);
      said.add(new SaidBody(sentence, likely, kept.contains(sentence)));
    }
    return said;
  }

  private static List<int[]> evidence(String report) {
    if (report.isEmpty()) {
      return List.of();
    }
    List<int[]> places = new ArrayList<>();
    try {
      for (JsonNode place : JSON.readTree(report).at("/items/pain/evidence")) {
        places.add(new int[] {place.path("start").asInt(), place.path("end").asInt()});
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return places;
  }
}
