package se.helhetssyn.ui.overview;

import java.util.Optional;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Trend;
import se.helhetssyn.ui.indicator.Verdict;

/**
 * What a card says.
 *
 * @param group heading it stands under
 * @param name of the indicator
 * @param anchor where the indicator stands on the unit page
 * @param reading the figure of the period
 * @param trend the months up to the end of the period
 */
public record IndicatorCardModel(
    String group, String name, String anchor, Reading reading, Trend trend) {
  /**
   * The card of a period.
   *
   * @param chosen the periods of the chosen kind
   * @param monthly the months, which the trend and its verdict are about
   */
  public static IndicatorCardModel of(
      Period period, IndicatorHistory chosen, IndicatorHistory monthly) {
    return new IndicatorCardModel(
        chosen.indicator().group(),
        chosen.indicator().name(),
        chosen.indicator().id(),
        chosen.reading(period),
        Trend.until(period, monthly));
  }

  /** The verdict is derived from figures, so it goes with them when they are not shown. */
  Optional<Verdict> verdict() {
    return switch (reading) {
      case Reading.Shown shown -> trend.verdict();
      case Reading.NotShown none -> Optional.empty();
    };
  }
}
