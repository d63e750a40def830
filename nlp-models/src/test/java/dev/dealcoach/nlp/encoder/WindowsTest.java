package dev.dealcoach.nlp.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.encoder.Windows.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {
  @Test
  void shortTextsHaveOneWindow() {
    assertThat(Windows.over(0)).containsExactly(new Window(0, 0));
    assertThat(Windows.over(400)).containsExactly(new Window(0, 400));
  }

  @Test
  void longTextsHaveOverlappingOnesThatMissNothing() {
    assertThat(Windows.over(401)).containsExactly(new Window(0, 400), new Window(1, 401));
    List<Window> windows = Windows.over(950);
    assertThat(windows)
        .containsExactly(new Window(0, 400), new Window(300, 700), new Window(550, 950));
  }

  @Test
  void aStretchIsSeenFromTheWindowWithMostAroundIt() {
    List<Window> windows = Windows.over(950);
    assertThat(Windows.best(windows, 10, 20)).isZero();
    assertThat(Windows.best(windows, 310, 330)).isZero();
    assertThat(Windows.best(windows, 380, 395)).isEqualTo(1);
    assertThat(Windows.best(windows, 940, 950)).isEqualTo(2);
    assertThat(Windows.best(windows, 0, 950)).isZero();
  }
}
