package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.quality.LinkedTable.plain;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import se.helhetssyn.analytics.quality.IndicatorDelay;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.TableNames;

/**
 * How late rows are registered, and for how long periods stay preliminary for it.
 *
 * @param curves one per table whose curve is told
 * @param indicators one row per indicator
 */
record DelaysModel(List<DelayModel> curves, LinkedTable indicators) {
  DelaysModel {
    curves = List.copyOf(curves);
  }

  static DelaysModel of(QualityFacts facts, QualityChoice choice) {
    List<IndicatorDelay> delays = facts.mart().indicatorDelays();
    LinkedTable indicators =
        LinkedTable.of(
            text("quality.preliminary.caption"),
            List.of(
                text("quality.column.indicator"),
                text("quality.column.preliminary"),
                text("quality.column.slowest"),
                text("quality.column.basis")),
            delays.stream().map(delay -> row(facts, delay)).toList());
    return new DelaysModel(
        facts.mart().delayTables().stream()
            .filter(choice::isAbout)
            .map(table -> DelayModel.of(facts, table, delays))
            .toList(),
        indicators);
  }

  private static List<LinkedTable.Cell> row(QualityFacts facts, IndicatorDelay delay) {
    String slowest = delay.slowestTable();
    return plain(
        facts.indicatorName(delay.indicatorId()),
        text("quality.days", SwedishNumbers.whole(delay.days())),
        slowest == null ? text("quality.slowest.none") : TableNames.of(slowest),
        text(delay.measured() ? "quality.basis.measured" : "quality.basis.assumed"));
  }

  boolean isEmpty() {
    return curves.isEmpty() && indicators.isEmpty();
  }
}
