package se.helhetssyn.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RunWordsTest {
  @Test
  void rowsAreToldInTensSoThatNobodyIsPointedOut() {
    assertThat(RunWords.rows(0)).isEqualTo("0");
    assertThat(RunWords.rows(1)).isEqualTo("färre än 10");
    assertThat(RunWords.rows(9)).isEqualTo("färre än 10");
    assertThat(RunWords.rows(14)).isEqualTo("10");
    assertThat(RunWords.rows(15)).isEqualTo("20");
  }
}
