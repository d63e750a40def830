package dev.dealcoach.kb.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.kb.json.ExampleLine.Fault;
import dev.dealcoach.nlp.text.Language;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of one object, and the first fault among those that were asked for. */
final class Members {
  private final ObjectNode object;
  private ExampleLine.@Nullable Bad fault;

  Members(ObjectNode object) {
    this.object = object;
  }

  ExampleLine.@Nullable Bad fault() {
    return fault;
  }

  void fail(Fault what, String member) {
    if (fault == null) {
      fault = new ExampleLine.Bad(what, member);
    }
  }

  /** A text or a whole number, as text. */
  String id(int longest) {
    JsonNode node = object.path("id");
    String id = node.isIntegralNumber() ? node.asText() : required("id");
    if (id.length() > longest) {
      fail(Fault.TOO_LONG, "id");
    }
    return id;
  }

  /** A text that must be there; empty after a fault. */
  String required(String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      fail(Fault.MISSING, name);
      return "";
    }
    if (!node.isTextual()) {
      fail(Fault.WRONG_KIND, name);
      return "";
    }
    if (node.textValue().isBlank()) {
      fail(Fault.MISSING, name);
    }
    return node.textValue();
  }

  /** A text, null if there is none. */
  @Nullable String word(String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      fail(Fault.WRONG_KIND, name);
      return null;
    }
    return node.textValue().isBlank() ? null : node.textValue().strip();
  }

  /** Texts, none if the member is missing. */
  List<String> words(String name) {
    JsonNode node = object.path(name);
    List<String> words = new ArrayList<>();
    if (node.isMissingNode() || node.isNull()) {
      return words;
    }
    if (!node.isArray()) {
      fail(Fault.WRONG_KIND, name);
      return words;
    }
    for (JsonNode word : node) {
      if (!word.isTextual()) {
        fail(Fault.WRONG_KIND, name);
      } else if (!word.textValue().isBlank()) {
        words.add(word.textValue().strip());
      }
    }
    return words;
  }

  @Nullable Integer rank() {
    JsonNode node = object.path("rank");
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
      fail(Fault.WRONG_KIND, "rank");
      return null;
    }
    return node.intValue();
  }

  @Nullable LocalDate date() {
    String day = word("date");
    try {
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      fail(Fault.WRONG_KIND, "date");
      return null;
    }
  }

  @Nullable Language language() {
    String code = word("language");
    if (code == null || code.equals("zh") || code.equals("en")) {
      return code == null ? null : Language.ofCode(code);
    }
    fail(Fault.WRONG_KIND, "language");
    return null;
  }

  ExampleState state() {
    String id = word("state");
    for (ExampleState state : ExampleState.values()) {
      if (state.id().equals(id)) {
        return state;
      }
    }
    if (id != null) {
      fail(Fault.WRONG_KIND, "state");
    }
    return ExampleState.APPROVED;
  }
}
