package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.WorkCalendar;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The company's days, and from where on a figure is red or green. What is not said keeps the usual
 * value.
 *
 * @param zone where a day begins and ends, such as {@code Asia/Shanghai}; null or empty for the
 *     machine's
 * @param workdays days of the week on which people work
 * @param holidays days on which they do not all the same
 * @param makeUpDays days on which they do though the day of the week says no
 * @param lights id of the thresholds in use; ignored with thresholds of one's own
 * @param thresholds of one's own; null to use those that are named
 */
public record FiguresConfiguration(
    @Nullable String zone,
    @NotEmpty Set<DayOfWeek> workdays,
    Set<LocalDate> holidays,
    Set<LocalDate> makeUpDays,
    @Pattern(regexp = "60/40|70/90|80/90") String lights,
    @Valid @Nullable Thresholds thresholds) {
  /** What is used when nothing is said. */
  static final FiguresConfiguration STANDARD =
      new FiguresConfiguration(null, null, null, null, null, null);

  private static final Map<String, Lights> PRESETS =
      new TreeMap<>(
          Map.of(
              Lights.PRESET_60_40.id(), Lights.PRESET_60_40,
              Lights.PRESET_70_90.id(), Lights.PRESET_70_90,
              Lights.PRESET_80_90.id(), Lights.PRESET_80_90));

  /** Thresholds of one's own; see {@link Lights}. */
  public record Thresholds(
      @JsonProperty @DecimalMin("0") @DecimalMax("100") double discoveryRed,
      @JsonProperty @DecimalMin("0") @DecimalMax("100") double discoveryGreen,
      @JsonProperty @DecimalMin("0") @DecimalMax("100") double rateRed,
      @JsonProperty @DecimalMin("0") @DecimalMax("100") double rateGreen) {}

  @JsonCreator
  public FiguresConfiguration(
      @JsonProperty("zone") @Nullable String zone,
      @JsonProperty("workdays") @Nullable Set<DayOfWeek> workdays,
      @JsonProperty("holidays") @Nullable Set<LocalDate> holidays,
      @JsonProperty("makeUpDays") @Nullable Set<LocalDate> makeUpDays,
      @JsonProperty("lights") @Nullable String lights,
      @JsonProperty("thresholds") @Nullable Thresholds thresholds) {
    this.zone = zone == null || zone.isBlank() ? null : zone.strip();
    this.workdays =
        workdays == null ? WorkCalendar.of(ZoneId.of("UTC")).workdays() : Set.copyOf(workdays);
    this.holidays = holidays == null ? Set.of() : Set.copyOf(holidays);
    this.makeUpDays = makeUpDays == null ? Set.of() : Set.copyOf(makeUpDays);
    this.lights = lights == null || lights.isBlank() ? Lights.PRESET_60_40.id() : lights.strip();
    this.thresholds = thresholds;
    try {
      calendar();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("figures.zone: no such time zone", e);
    }
  }

  WorkCalendar calendar() {
    return new WorkCalendar(
        zone == null ? ZoneId.systemDefault() : ZoneId.of(zone), workdays, holidays, makeUpDays);
  }

  Lights inForce() {
    return thresholds == null
        ? PRESETS.getOrDefault(lights, Lights.PRESET_60_40)
        : new Lights(
            "own",
            thresholds.discoveryRed(),
            thresholds.discoveryGreen(),
            thresholds.rateRed(),
            thresholds.rateGreen());
  }
}
