package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void aSinglePointIsAnInterval() {
    assertThat(new Interval(1, 1).upper()).isEqualTo(1);
  }

  @Test
  void limitsInTheWrongOrderOrWithoutValueAreRefused() {
    assertThatThrownBy(() -> new Interval(0.2, 0.1)).hasMessageContaining("0.2 to 0.1");
    assertThatThrownBy(() -> new Interval(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
