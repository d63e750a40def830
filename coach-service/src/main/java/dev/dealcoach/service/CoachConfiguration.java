package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/** The settings of the service, as they stand in {@code config/coach.yml}. */
public final class CoachConfiguration extends Configuration {
  @NotNull private final Path dataDirectory;
  @Valid @NotNull private final ReadingConfiguration reading;

  /**
   * The settings that are ours; Dropwizard's are set afterwards.
   *
   * @param dataDirectory the folder for everything the service keeps
   * @param reading how files are read
   */
  @JsonCreator
  public CoachConfiguration(
      @JsonProperty("dataDirectory") Path dataDirectory,
      @JsonProperty("reading") ReadingConfiguration reading) {
    this.dataDirectory = dataDirectory;
    this.reading = reading;
  }

  /** The folder for everything the service keeps. */
  public Path dataDirectory() {
    return dataDirectory;
  }

  /** How files are read. */
  public ReadingConfiguration reading() {
    return reading;
  }
}
