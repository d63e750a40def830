package dev.dealcoach.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A body that comes drop by drop is given up; one that is only long is not. */
class PacedTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T00:00:00Z");
  private Instant now = BEGUN;

  private Paced paced(int bytes) {
    return new Paced(new ByteArrayInputStream(new byte[bytes]), () -> now);
  }

  @Test
  void dropByDropIsGivenUp() throws IOException {
    Paced body = paced(1000);
    for (int i = 0; i < 3; i++) {
      now = now.plusSeconds(10);
      assertThat(body.read()).isZero();
    }
    now = now.plusSeconds(10);
    assertThatThrownBy(body::read).isInstanceOf(Paced.TooSlow.class);
  }

  @Test
  void aSlowNetworkIsGoodEnough() throws IOException {
    Paced body = paced(120 * 1024);
    byte[] second = new byte[1024];
    for (int i = 0; i < 120; i++) {
      now = now.plusSeconds(1);
      assertThat(body.read(second, 0, second.length)).isEqualTo(1024);
    }
    assertThat(body.read()).isNegative();
  }
}
