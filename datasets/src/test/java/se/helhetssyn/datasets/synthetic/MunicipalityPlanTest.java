package se.helhetssyn.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityPlanTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

  @Test
  void anOrdinaryPlanIsAMediumSizedMunicipality() {
    assertThat(MunicipalityPlan.ordinary(UNTIL))
        .isEqualTo(new MunicipalityPlan(1_200, 40, 36, 1, UNTIL));
  }

  @Test
  void theDeliveryIsWholeMonthsUpToItsLastDay() {
    assertThat(MunicipalityPlan.ordinary(UNTIL).from()).isEqualTo("2023-11-01");
    assertThat(new MunicipalityPlan(40, 4, 6, 1, LocalDate.of(2026, 2, 28)).from())
        .isEqualTo("2025-09-01");
  }

  @ParameterizedTest
  @CsvSource({
    "39, 4, 6, Antalet personer måste vara mellan 40 och 10000000, men är 39.",
    "40, 3, 6, Antalet enheter måste vara mellan 4 och 10000, men är 3.",
    "40, 4, 5, Antalet månader måste vara mellan 6 och 120, men är 5.",
    "-1, 4, 6, Antalet personer måste vara mellan 40 och 10000000, men är -1."
  })
  void aFigureOutOfRangeIsToldInOneSentence(
      int persons, int units, int months, String first, String second) {
    assertThatThrownBy(() -> new MunicipalityPlan(persons, units, months, 1, UNTIL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(first + ", " + second);
  }

  @Test
  void aLastDayOutsideTheCalendarIsRefused() {
    assertThatThrownBy(() -> new MunicipalityPlan(40, 4, 6, 1, LocalDate.of(20206, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20206");
  }
}
