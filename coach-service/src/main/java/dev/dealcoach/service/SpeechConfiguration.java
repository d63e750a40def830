package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.recording.KeyAction;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How recordings are transcribed. What is not said keeps the usual value.
 *
 * @param models the folder of speech models; null or empty for {@code models} in the data directory
 * @param use which model serves a language, by its code; the largest where none or an empty one is
 *     named
 * @param mirror folder on the network that has the published models' zips; null or empty for their
 *     makers'
 * @param processes recordings transcribed at the same time, each with a model of its own in memory
 * @param longest longest recording
 * @param largest largest sound file
 * @param actions what may be agreed with a customer; empty for the usual ones
 */
public record SpeechConfiguration(
    @Nullable Path models,
    Map<@Pattern(regexp = "zh|en") String, String> use,
    @Nullable String mirror,
    @Min(1) int processes,
    @NotNull
        @MinDuration(value = 5, unit = TimeUnit.SECONDS)
        @MaxDuration(value = 4, unit = TimeUnit.HOURS)
        Duration longest,
    @NotNull @MinDataSize(1) DataSize largest,
    List<@Valid Action> actions) {
  /** What is used when nothing is said. */
  static final SpeechConfiguration STANDARD =
      new SpeechConfiguration(null, null, null, null, null, null, null);

  /** An action as it stands in the configuration. */
  public record Action(
      @JsonProperty @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String id,
      @JsonProperty @NotNull String zh,
      @JsonProperty @NotNull String en) {}

  @JsonCreator
  public SpeechConfiguration(
      @JsonProperty("models") @Nullable Path models,
      @JsonProperty("use") @Nullable Map<String, String> use,
      @JsonProperty("mirror") @Nullable String mirror,
      @JsonProperty("processes") @Nullable Integer processes,
      @JsonProperty("longest") @Nullable Duration longest,
      @JsonProperty("largest") @Nullable DataSize largest,
      @JsonProperty("actions") @Nullable List<Action> actions) {
    this(
        models,
        use == null ? Map.of() : use,
        mirror,
        processes == null ? 1 : processes,
        longest == null ? Duration.minutes(10) : longest,
        largest == null ? DataSize.mebibytes(50) : largest,
        actions == null ? List.of() : actions);
  }

  Path folder(Path data) {
    return models == null || models.toString().isEmpty() ? data.resolve("models") : models;
  }

  Map<SpokenLanguage, String> wanted() {
    Map<SpokenLanguage, String> wanted = new EnumMap<>(SpokenLanguage.class);
    use.forEach(
        (language, id) -> {
          if (id != null && !id.isBlank()) {
            wanted.put(SpokenLanguage.ofCode(language), id.strip());
          }
        });
    return wanted;
  }

  @Nullable URI mirrorAddress() {
    return mirror == null || mirror.isBlank() ? null : URI.create(mirror.strip());
  }

  List<KeyAction> keyActions() {
    return actions.isEmpty()
        ? KeyAction.STANDARD
        : actions.stream().map(each -> new KeyAction(each.id(), each.zh(), each.en())).toList();
  }
}
