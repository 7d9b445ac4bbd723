package se.helhetssyn.pipelines.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaddingFormatTest {
  @ParameterizedTest
  @CsvSource({
    "000000-0000, 1019802, 000101-9802",
    "000000\\-0000, 8501011234, 850101-1234",
    "000000-0000, 198501011234, 19850101-1234",
    "'000000\" \"0000', 101980, 000010 1980",
    "0000000000, 101980, 0000101980",
    "'[$-41D]000 00', 1234, 012 34",
    "'[>9999999999]00000000-0000;[Red]000000-0000', 198501011234, 19850101-1234",
    "'[>9999999999]00000000-0000;[Red]000000-0000', 501011234, 050101-1234",
    "'\"KA-\"0000', 42, KA-0042",
    "##00, 7, 07",
    "0000, 12.0, 0012",
    "000-000 00 00;-0, 701234567, 070-123 45 67",
    "'000000-0000_)', 1, '000000-0001 '",
  })
  void aPaddedNumberIsShownAsPeopleSeeIt(String format, BigDecimal number, String shown) {
    assertThat(PaddingFormat.of(format).show(number)).contains(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "#,##0",
        "General",
        "0%",
        "0.00E+00",
        "# ?/??",
        "@",
        "",
        "00.0",
        "[<5]00"
      })
  void otherFormatsPadNothing(String format) {
    assertThat(PaddingFormat.of(format).show(BigDecimal.TEN)).isEmpty();
  }

  @Test
  void fractionsNegativeAndVastNumbersAreLeftAsTheyAre() {
    PaddingFormat format = PaddingFormat.of("000000-0000");
    assertThat(format.show(new BigDecimal("1.5"))).isEmpty();
    assertThat(format.show(new BigDecimal("-7"))).isEmpty();
    assertThat(format.show(new BigDecimal("1E+2147483647"))).isEmpty();
    assertThat(PaddingFormat.of("\"0000").show(BigDecimal.ONE)).isEmpty();
    assertThat(PaddingFormat.of("0000\\").show(BigDecimal.ONE)).contains("0001");
  }
}
