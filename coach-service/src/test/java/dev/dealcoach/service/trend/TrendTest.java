package dev.dealcoach.service.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.trend.Trend.Scored;
import dev.dealcoach.service.trend.Trend.Week;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weeks begin on Monday in the zone that is asked for. */
class TrendTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void aWeekHasTheMeanOfItsScores() {
    // Sunday 23:30 and Monday 00:30 in Shanghai
    List<Scored> scored =
        List.of(
            new Scored(Instant.parse("2026-03-01T15:30:00Z"), 20),
            new Scored(Instant.parse("2026-03-01T16:30:00Z"), 60),
            new Scored(Instant.parse("2026-03-03T00:00:00Z"), 100));
    Instant now = Instant.parse("2026-03-10T00:00:00Z");
    assertThat(Trend.weeks(scored, now, 3, SHANGHAI))
        .containsExactly(
            new Week(LocalDate.of(2026, 2, 23), 20.0, 1),
            new Week(LocalDate.of(2026, 3, 2), 80.0, 2),
            new Week(LocalDate.of(2026, 3, 9), null, 0));
    assertThat(Trend.begin(now, 3, SHANGHAI)).isEqualTo("2026-02-22T16:00:00Z");
  }
}
