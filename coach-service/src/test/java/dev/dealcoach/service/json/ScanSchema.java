package dev.dealcoach.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;

/** The published schema, for tests that hold output against it. */
public final class ScanSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ScanReport.class.getResourceAsStream("scan-v1.schema.json"));

  private ScanSchema() {}

  /** Fails unless the text is JSON that the schema allows; returns it. */
  public static JsonNode assertValid(String json) throws JsonProcessingException {
    JsonNode node = JSON.readTree(json);
    assertThat(problems(node)).as(json).isEmpty();
    return node;
  }

  /** What is wrong with the JSON, by the schema; empty if nothing is. */
  public static List<String> problems(JsonNode node) {
    return SCHEMA.validate(node).stream().map(Object::toString).toList();
  }

  /** Fails if the schema allows the text. */
  public static void assertInvalid(String json) throws JsonProcessingException {
    assertThat(problems(JSON.readTree(json))).as(json).isNotEmpty();
  }
}
