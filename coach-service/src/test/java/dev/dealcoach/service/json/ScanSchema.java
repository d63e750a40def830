package dev.dealcoach.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

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
    assertThat(SCHEMA.validate(node)).as(json).isEmpty();
    return node;
  }

  /** Fails if the schema allows the text. */
  public static void assertInvalid(String json) throws JsonProcessingException {
    assertThat(SCHEMA.validate(JSON.readTree(json))).as(json).isNotEmpty();
  }
}
