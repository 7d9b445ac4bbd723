package se.helhetssyn.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.helhetssyn.analytics.quality.Thresholds;
import se.helhetssyn.ui.state.StateDatabases;

/** What is remembered of moved thresholds, in every database that may remember it. */
final class QualityThresholdsTest {
  private static final Instant AT = Instant.parse("2026-11-01T06:00:00.123Z");

  private static MovedThreshold moved(@Nullable String table, @Nullable Double share) {
    return new MovedThreshold("DQ16", table, share, "Skälet är prövat.", "anna", AT);
  }

  private static Thresholds inForce(QualityThresholds thresholds) {
    return QualityThresholds.inForce(thresholds.history(), Map.of("DQ16", 0.01));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeComesBackAsItWasPutInTheLatestFirst(StateDatabases database) {
    QualityThresholds thresholds = new QualityThresholds(database.client());
    MovedThreshold first = moved("plan", 0.001234);
    MovedThreshold second = moved(null, null);
    thresholds.move(first);
    thresholds.move(second);
    assertThat(thresholds.history()).containsExactly(second, first);
    assertThat(QualityWords.threshold(0.001234)).isEqualTo("0,1234\u00a0%");
  }

  @ParameterizedTest
  @EnumSource
  void aTableThatHasTheRulesOwnAgainKeepsItWhateverTheOthersHave(StateDatabases database) {
    QualityThresholds thresholds = new QualityThresholds(database.client());
    thresholds.move(moved(null, 0.05));
    thresholds.move(moved("plan", 0.2));
    assertThat(inForce(thresholds).share("DQ16", "plan", 0.01)).isEqualTo(0.2);
    thresholds.move(moved("plan", null));
    assertThat(inForce(thresholds).share("DQ16", "plan", 0.01)).isEqualTo(0.01);
    assertThat(inForce(thresholds).share("DQ16", "absence", 0.01)).isEqualTo(0.05);
  }
}
