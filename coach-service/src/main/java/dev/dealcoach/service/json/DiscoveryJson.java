package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Writes discovery reports as JSON on one line, fields in their declared order. Thread-safe. */
public final class DiscoveryJson {
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

  private DiscoveryJson() {}

  /** The report as JSON, without a line break. */
  public static String of(DiscoveryReport report) {
    return write(report);
  }

  /** A batch's answer to a line: its id with the report. */
  public static String answer(@Nullable JsonNode id, DiscoveryReport report) {
    return write(new Answer(id, report));
  }

  private static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("wire records can be written", e);
    }
  }

  @JsonPropertyOrder({"id", "report"})
  private record Answer(@Nullable JsonNode id, @JsonUnwrapped DiscoveryReport report) {}
}
