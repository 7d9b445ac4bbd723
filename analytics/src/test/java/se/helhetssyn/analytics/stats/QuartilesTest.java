package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class QuartilesTest {
  @Test
  void betweenTwoValuesItIsInterpolated() {
    List<DayCount> values =
        List.of(
            new DayCount(1, 1, 0),
            new DayCount(2, 1, 0),
            new DayCount(4, 1, 0),
            new DayCount(8, 1, 0));
    assertThat(Quartiles.of(values)).isEqualTo(new Quartiles(1.75, 3, 5));
  }

  @Test
  void ofOneValueAllThreeAreThatValue() {
    assertThat(Quartiles.of(List.of(new DayCount(-6, 0, 1)))).isEqualTo(new Quartiles(-6, -6, -6));
  }

  @Test
  void equalValuesCountAsOftenAsTheyAreThere() {
    assertThat(Quartiles.of(List.of(new DayCount(5, 2, 1), new DayCount(9, 1, 0))))
        .isEqualTo(new Quartiles(5, 5, 6));
  }

  @Test
  void ofNothingThereAreNone() {
    assertThatThrownBy(() -> Quartiles.of(List.of())).hasMessageContaining("nothing");
  }
}
