package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.web.operation.Rates;
import jakarta.validation.constraints.Min;

/**
 * How much may be asked for in a minute; what was not used is kept up to one minute's worth.
 *
 * @param requests by an account, or by an address without one
 * @param uploads of these, how many may bring a file
 * @param signIns by an address
 */
public record LimitsConfiguration(
    @JsonProperty @Min(1) int requests,
    @JsonProperty @Min(1) int uploads,
    @JsonProperty @Min(1) int signIns) {
  /** What is used when nothing is said. */
  static final LimitsConfiguration STANDARD = new LimitsConfiguration(3000, 300, 120);

  Rates rates() {
    return new Rates(requests, uploads, signIns);
  }
}
