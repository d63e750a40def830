package dev.dealcoach.kb.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.json.ExampleLine.Fault;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes examples. Only {@code id} (text or whole number) and {@code text} must be there;
 * members that are not known are passed over. Stateless.
 */
public final class ExampleJson {
  /** No example is longer than a book's chapter. */
  public static final int MOST_CHARACTERS = 200_000;

  private static final int MOST_ID_CHARACTERS = 256;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private ExampleJson() {}

  /** Reads a line as a user wrote it; an example without a state counts as approved. */
  public static ExampleLine read(byte[] line) {
    JsonNode node;
    try {
      node =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException e) {
      return new ExampleLine.Bad(Fault.NO_UTF8, "");
    } catch (JsonProcessingException e) {
      return new ExampleLine.Bad(Fault.NO_OBJECT, "");
    }
    if (!(node instanceof ObjectNode object)) {
      return new ExampleLine.Bad(Fault.NO_OBJECT, "");
    }
    Members members = new Members(object);
    String id = members.id(MOST_ID_CHARACTERS);
    String text = members.required("text");
    if (text != null && text.length() > MOST_CHARACTERS) {
      members.fail(Fault.TOO_LONG, "text");
    }
    Language language = members.language();
    ExampleState state = members.state();
    Facts facts =
        new Facts(
            members.word("industry"),
            members.word("product"),
            members.word("stage"),
            members.words("shows"),
            members.words("tags"),
            members.word("seller"),
            members.rank(),
            members.date(),
            members.word("outcome"),
            members.word("customer"));
    if (members.fault() != null) {
      return members.fault();
    }
    return new ExampleLine.Good(
        new Example(id, text, language == null ? Language.of(text) : language, state, facts));
  }

  /** The example as one line, without a line break. */
  public static String write(Example example) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", example.id());
      json.writeStringField("text", example.text());
      json.writeStringField("language", example.language().code());
      json.writeStringField("state", example.state().id());
      facts(example.facts(), json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be written", e);
    }
    return out.toString();
  }

  private static void facts(Facts facts, JsonGenerator json) throws IOException {
    word("industry", facts.industry(), json);
    word("product", facts.product(), json);
    word("stage", facts.stage(), json);
    words("shows", facts.shows(), json);
    words("tags", facts.tags(), json);
    word("seller", facts.seller(), json);
    if (facts.rank() != null) {
      json.writeNumberField("rank", facts.rank());
    }
    word("date", facts.date() == null ? null : facts.date().toString(), json);
    word("outcome", facts.outcome(), json);
    word("customer", facts.customer(), json);
  }

  private static void word(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void words(String name, List<String> values, JsonGenerator json)
      throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }
}
