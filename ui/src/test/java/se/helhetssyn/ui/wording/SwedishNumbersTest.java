package se.helhetssyn.ui.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SwedishNumbersTest {
  @Test
  void decimalsHaveACommaAndThousandsAThinSpace() {
    assertThat(SwedishNumbers.decimal(1234.56, 1)).isEqualTo("1\u202f234,6");
    assertThat(SwedishNumbers.whole(153_528)).isEqualTo("153\u202f528");
  }

  @Test
  void halvesAreRoundedUpAndZeroIsANumber() {
    assertThat(SwedishNumbers.decimal(0.5, 0)).isEqualTo("1");
    assertThat(SwedishNumbers.decimal(0, 1)).isEqualTo("0,0");
  }
}
