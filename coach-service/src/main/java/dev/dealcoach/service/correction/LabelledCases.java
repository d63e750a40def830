package dev.dealcoach.service.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.library.KnownNames;
import dev.dealcoach.service.library.Masking;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Judged summaries as labelled cases, a JSON object a line, as the summaries' corpus has them
 * ({@code nlp-models/corpora}); names are masked. Besides the corpus' members a case has {@code
 * judged}, the items of which a person said something: the other labels are the machine's. Thread-
 * safe.
 */
public final class LabelledCases {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final KnownNames names;

  public LabelledCases(KnownNames names) {
    this.names = names;
  }

  /** The cases, a line each. */
  public String of(List<JudgedSummary> summaries) {
    StringBuilder lines = new StringBuilder();
    for (JudgedSummary each : summaries) {
      try {
        lines.append(JSON.writeValueAsString(line(each))).append('\n');
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines.toString();
  }

  private ObjectNode line(JudgedSummary summary) throws JsonProcessingException {
    Language language = summary.language().equals("en") ? Language.EN : Language.ZH;
    Masked masked = new Masked(summary.text(), names.of(summary.deal()), language);
    JsonNode report = JSON.readTree(summary.report());
    ObjectNode line = JSON.createObjectNode();
    line.put("id", "c-" + digest(summary.id()));
    line.put("lang", summary.language());
    line.put("industry", summary.industry());
    line.put("style", "field");
    line.put("text", masked.text());
    ObjectNode labels = line.putObject("labels");
    summary.held().forEach(labels::put);
    ObjectNode evidence = line.putObject("evidence");
    for (Map.Entry<String, String> item : summary.held().entrySet()) {
      JsonNode first = report.path("items").path(item.getKey()).path("evidence").path(0);
      // the machine's words do not show what a person found to be otherwise
      boolean shown =
          !item.getValue().equals("missing")
              && item.getValue().equals(summary.machine().get(item.getKey()))
              && first.isObject();
      evidence.put(item.getKey(), shown ? masked.part(first) : null);
    }
    var vague = line.putArray("vague");
    report.path("vague").forEach(each -> vague.add(masked.part(each)));
    line.put("filler", report.path("filler").asBoolean());
    var judged = line.putArray("judged");
    summary.judged().forEach(judged::add);
    var blind = line.putArray("blind");
    summary.blind().forEach(blind::add);
    line.put("note", "");
    return line;
  }

  /** The same summary always has the same id, and it leads back to nobody. */
  private static String digest(UUID id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(id.toString().getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A text with masks, in which the places of the text before are found again. */
  private static final class Masked {
    private final String original;
    private final List<Masking.Found> places;

    Masked(String original, Masking.Known known, Language language) {
      this.original = original;
      this.places = Masking.find(original, known, language);
    }

    String text() {
      return between(0, original.length());
    }

    /** What a place of the report says, masked as in the whole text. */
    String part(JsonNode place) {
      int start = place.path("start").asInt();
      int end = place.path("end").asInt();
      for (Masking.Found each : places) {
        // half a name is none
        if (each.span().start() < start && each.span().end() > start) {
          start = each.span().start();
        }
        if (each.span().start() < end && each.span().end() > end) {
          end = each.span().end();
        }
      }
      return between(start, end);
    }

    private String between(int start, int end) {
      StringBuilder out = new StringBuilder();
      int done = start;
      for (Masking.Found each : places) {
        if (each.span().start() >= start && each.span().end() <= end) {
          out.append(original, done, each.span().start()).append(each.mask());
          done = each.span().end();
        }
      }
      return out.append(original, done, end).toString();
    }
  }
}
