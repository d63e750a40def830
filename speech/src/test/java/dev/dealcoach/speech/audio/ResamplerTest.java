package dev.dealcoach.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
  private static List<Double> resampled(int rate, int count, double hertz) {
    Resampler resampler = new Resampler(rate);
    List<Double> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      resampler.put((float) (10_000 * Math.sin(2 * Math.PI * hertz * i / rate)));
      while (resampler.ready()) {
        out.add((double) resampler.take());
      }
    }
    resampler.finish();
    while (!resampler.done()) {
      out.add((double) resampler.take());
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 8_000, 11_025, 12_345, 22_050, 44_100, 48_000, 96_000, 191_999})
  void aToneStaysWhatAndWhereItIs(int rate) {
    double hertz = Math.min(1_000, rate / 4.0);
    List<Double> out = resampled(rate, 2 * rate, hertz);
    assertThat(out).hasSizeBetween(31_999, 32_001);
    double error = 0;
    // the first and last moments lack their neighbours
    for (int i = 1_000; i < 31_000; i++) {
      double right = 10_000 * Math.sin(2 * Math.PI * hertz * i / PcmSink.RATE);
      error = Math.max(error, Math.abs(out.get(i) - right));
    }
    assertThat(error).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {32_000, 44_100, 48_000, 192_000})
  void whatTheLowerRateCannotHoldIsGone(int rate) {
    List<Double> out = resampled(rate, rate, 10_000);
    double most = out.subList(1_000, 15_000).stream().mapToDouble(Math::abs).max().orElseThrow();
    assertThat(most).isLessThan(20);
  }
}
