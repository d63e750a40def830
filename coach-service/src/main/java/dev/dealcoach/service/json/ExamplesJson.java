package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes reports on examples as JSON on one line. Thread-safe. */
public final class ExamplesJson {
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

  private ExamplesJson() {}

  /** A search as JSON, without a line break. */
  public static String of(ExamplesReport.Search search) {
    return write(search);
  }

  /** An import as JSON, without a line break. */
  public static String of(ExamplesReport.Import done) {
    return write(done);
  }

  /** A batch's answer to a line. */
  public static String answer(@Nullable JsonNode id, List<ExamplesReport.Hit> hits) {
    return write(new Answer(id, hits));
  }

  private static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("wire records can be written", e);
    }
  }

  @JsonInclude
  @JsonPropertyOrder({"id", "hits"})
  private record Answer(@Nullable JsonNode id, List<ExamplesReport.Hit> hits) {}
}
