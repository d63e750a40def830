package dev.dealcoach.service.figure;

import org.jspecify.annotations.Nullable;

/**
 * From where on a figure is red, yellow or green. Immutable.
 *
 * @param id permanent name of the preset
 * @param discoveryRed red below this mean discovery score, 0 to 100
 * @param discoveryGreen green from this on
 * @param rateRed red below this effective-action rate, 0 to 100 per cent
 * @param rateGreen green from this on
 */
public record Lights(
    String id, double discoveryRed, double discoveryGreen, double rateRed, double rateGreen) {

  /** Red below 60 and below 40 %, yellow up to 10 above. */
  public static final Lights PRESET_60_40 = new Lights("60/40", 60, 70, 40, 50);

  /** Red below 70, green from 90. */
  public static final Lights PRESET_70_90 = new Lights("70/90", 70, 90, 70, 90);

  /** Red below 80, green from 90. */
  public static final Lights PRESET_80_90 = new Lights("80/90", 80, 90, 80, 90);

  /** The light of a mean discovery score; null is {@link Light#NONE}. */
  public Light discovery(@Nullable Double score) {
    return of(score, discoveryRed, discoveryGreen);
  }

  /**
   * The light of an effective-action rate.
   *
   * @param rate 0 to 1; null is {@link Light#NONE}
   */
  public Light rate(@Nullable Double rate) {
    return of(rate == null ? null : rate * 100, rateRed, rateGreen);
  }

  /**
   * The light of a mean of gold-standard points: red below 1, green from 2.
   *
   * @param points 0 to 3; null is {@link Light#NONE}
   */
  public Light gold(@Nullable Double points) {
    return of(points, 1, 2);
  }

  /**
   * The light of an improvement: green from {@value Improvement#COACHING}, red if it was low in the
   * month before as well.
   *
   * @param before the same of the month before
   */
  public Light improvement(Improvement before, Improvement after) {
    if (after.rate() == null) {
      return Light.NONE;
    }
    return Improvement.coaching(before, after)
        ? Light.RED
        : after.low() ? Light.YELLOW : Light.GREEN;
  }

  private static Light of(@Nullable Double value, double red, double green) {
    if (value == null) {
      return Light.NONE;
    }
    return value < red ? Light.RED : value < green ? Light.YELLOW : Light.GREEN;
  }
}
