package dev.dealcoach.service.web.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.service.figure.Figures.Grain;
import jakarta.ws.rs.BadRequestException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** A period ends today, and its trend has whole weeks or months. */
class PeriodTest {
  @Test
  void overTheEndOfAYearWeeksGoOn() {
    Period period = Period.of(30, LocalDate.of(2027, 1, 1)); // a Friday
    assertThat(period.from()).isEqualTo(LocalDate.of(2026, 12, 3));
    assertThat(period.until()).isEqualTo(LocalDate.of(2027, 1, 2));
    assertThat(period.spans()).hasSize(12);
    assertThat(period.spans().getLast()).isEqualTo(LocalDate.of(2026, 12, 28));
    assertThat(period.spans().getFirst()).isEqualTo(LocalDate.of(2026, 10, 12));
    assertThat(period.span(LocalDate.of(2026, 12, 27))).isEqualTo(10);
    assertThat(period.span(LocalDate.of(2026, 12, 28))).isEqualTo(11);
    assertThat(period.span(LocalDate.of(2026, 10, 11))).isEqualTo(-1);
    assertThat(period.has(LocalDate.of(2026, 12, 2))).isFalse();
    assertThat(period.has(LocalDate.of(2027, 1, 1))).isTrue();
    assertThat(period.month()).isEqualTo(YearMonth.of(2026, 12));
    assertThat(period.grain()).isEqualTo(Grain.WEEK);
    assertThat(period.first()).isEqualTo(LocalDate.of(2026, 10, 12));
  }

  @Test
  void aYearHasTwelveMonthsAlsoFromALeapDay() {
    Period period = Period.of(365, LocalDate.of(2028, 2, 29));
    assertThat(period.from()).isEqualTo(LocalDate.of(2027, 3, 2));
    assertThat(period.spans().getFirst()).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(period.spans().getLast()).isEqualTo(LocalDate.of(2028, 2, 1));
    assertThat(period.first()).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(period.month()).isEqualTo(YearMonth.of(2028, 1));
    assertThat(period.grain()).isEqualTo(Grain.MONTH);
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    LocalDate today = LocalDate.of(2026, 5, 5);
    assertThatThrownBy(() -> Period.of(31, today)).isInstanceOf(BadRequestException.class);
  }
}
