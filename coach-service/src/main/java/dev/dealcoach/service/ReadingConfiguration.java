package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.scan.parse.ParseLimits;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * How files are read: processes, their memory, and what one file may cost. What is not set keeps
 * the value of {@link ParseLimits#STANDARD}.
 *
 * @param processes child processes that read files, at least 1
 * @param memory heap of each
 */
public record ReadingConfiguration(
    @JsonProperty @Min(1) int processes,
    @JsonProperty @NotNull @MinDataSize(64L << 20) DataSize memory,
    @JsonProperty @NotNull @MinDataSize(1) DataSize largestFile,
    @JsonProperty @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration time,
    @JsonProperty @Min(1) int pages,
    @JsonProperty boolean ocr,
    @JsonProperty @Min(0) int ocrPages,
    @JsonProperty @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS)
        Duration ocrTimePerPage) {

  /** What one file may cost. */
  public ParseLimits limits() {
    return new ParseLimits(
        largestFile.toBytes(),
        ParseLimits.STANDARD.unpackedBytes(),
        pages,
        ParseLimits.STANDARD.characters(),
        ParseLimits.STANDARD.depth(),
        ocr,
        ocrPages,
        time.toJavaDuration(),
        ocrTimePerPage.toJavaDuration());
  }
}
