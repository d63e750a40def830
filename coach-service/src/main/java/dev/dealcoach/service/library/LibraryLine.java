package dev.dealcoach.service.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.json.ExampleJson;
import dev.dealcoach.kb.json.ExampleLine;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An example as it stands on a line of a file: JSON as {@code coach examples import} takes it, and
 * besides {@code why_it_works}. A {@code customer} is kept as its key only.
 */
public sealed interface LibraryLine {
  /**
   * A good one.
   *
   * @param name its {@code id}
   * @param state that it asks for; approved if it says nothing
   */
  record Good(String name, Content content, ExampleState state) implements LibraryLine {}

  /**
   * One that is no example.
   *
   * @param fault permanent, kebab-case
   * @param member at fault; empty if the whole line is
   */
  record Bad(String fault, String member) implements LibraryLine {}

  /** Reads a line of JSON. */
  static LibraryLine read(byte[] line) {
    return switch (ExampleJson.read(line)) {
      case ExampleLine.Bad(ExampleLine.Fault fault, String member) -> new Bad(fault.id(), member);
      case ExampleLine.Good(Example example) -> good(example, line);
    };
  }

  private static LibraryLine good(Example example, byte[] line) {
    JsonNode object = Reading.tree(line);
    JsonNode why = object.path("why_it_works");
    if (!why.isMissingNode() && !why.isNull() && !why.isTextual()) {
      return new Bad("wrong-kind", "why_it_works");
    }
    // an exported line has the key already
    String key = object.path("customer_key").asText("");
    Facts facts = example.facts();
    Content content =
        new Content(
            example.text(),
            example.language(),
            why.asText("").strip(),
            text(facts.industry()),
            text(facts.product()),
            text(facts.stage()),
            facts.shows(),
            facts.tags(),
            text(facts.seller()),
            facts.rank(),
            facts.date(),
            text(facts.outcome()),
            key.matches("[0-9a-f]{24}") ? key : CustomerKey.of(facts.customer()));
    String fault = content.fault();
    return fault == null
        ? new Good(example.id(), content, example.state())
        : new Bad("too-long", fault);
  }

  private static String text(@Nullable String word) {
    return word == null ? "" : word;
  }

  /** One line, without a line break. */
  static String write(LibraryExample example) {
    Content content = example.content();
    ObjectNode object = Reading.JSON.createObjectNode();
    object.put("id", example.name());
    object.put("text", content.text());
    object.put("language", content.language().code());
    object.put(
        "state",
        example.state() == LibraryState.APPROVED
            ? ExampleState.APPROVED.id()
            : ExampleState.DRAFT.id());
    Reading.put(object, "industry", content.industry());
    Reading.put(object, "product", content.product());
    Reading.put(object, "stage", content.stage());
    content.shows().forEach(object.withArray("shows")::add);
    content.tags().forEach(object.withArray("tags")::add);
    Reading.put(object, "seller", content.seller());
    if (content.rank() != null) {
      object.put("rank", content.rank());
    }
    Reading.put(object, "date", content.day() == null ? "" : content.day().toString());
    Reading.put(object, "outcome", content.outcome());
    Reading.put(object, "why_it_works", content.why());
    Reading.put(object, "customer_key", content.customer());
    return object.toString();
  }

  /** The JSON behind it. */
  final class Reading {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private Reading() {}

    static JsonNode tree(byte[] line) {
      try {
        return JSON.readTree(new String(line, StandardCharsets.UTF_8));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the line was read before", e);
      }
    }

    static void put(ObjectNode object, String name, String text) {
      if (!text.isEmpty()) {
        object.put(name, text);
      }
    }
  }
}
