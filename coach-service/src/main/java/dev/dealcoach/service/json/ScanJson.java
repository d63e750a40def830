package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Writes wire records as JSON on one line, fields in their declared order. Thread-safe. */
public final class ScanJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = MAPPER.writer();

  private ScanJson() {}

  /** The report as JSON, without a line break. */
  public static String of(ScanReport report) {
    return write(report);
  }

  /** A batch's answer to a line: its id with the report. */
  public static String answer(@Nullable JsonNode id, ScanReport report) {
    return write(new Answer(id, report));
  }

  /** A batch's answer to a line that failed. */
  public static String failure(@Nullable JsonNode id, String code, String message) {
    return write(new Failure(id, new Problem(code, message)));
  }

  private static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("wire records can be written", e);
    }
  }

  @JsonPropertyOrder({"id", "report"})
  private record Answer(@Nullable JsonNode id, @JsonUnwrapped ScanReport report) {}

  @JsonInclude
  @JsonPropertyOrder({"id", "error"})
  private record Failure(@Nullable JsonNode id, Problem error) {}

  @JsonPropertyOrder({"code", "message"})
  private record Problem(String code, String message) {}
}
