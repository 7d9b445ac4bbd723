package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.quality.LinkedTable.plain;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.TableNames;

/**
 * The thresholds that can be moved, and how they were.
 *
 * @param rules every rule
 * @param chosen the one to move; empty for none yet
 * @param history every change, the latest first
 */
record ThresholdsModel(List<RuleText> rules, Optional<RuleText> chosen, LinkedTable history) {
  ThresholdsModel {
    rules = List.copyOf(rules);
  }

  static ThresholdsModel of(
      QualityFacts facts, QualityChoice choice, List<MovedThreshold> history) {
    LinkedTable table =
        LinkedTable.of(
            text("quality.thresholds.caption"),
            List.of(
                text("quality.column.rule"),
                text("quality.column.table"),
                text("quality.column.threshold"),
                text("quality.column.reason"),
                text("quality.column.who"),
                text("quality.column.when")),
            history.stream().map(moved -> row(moved, facts)).toList());
    return new ThresholdsModel(facts.rules(), choice.rule().flatMap(facts::rule), table);
  }

  private static List<LinkedTable.Cell> row(MovedThreshold moved, QualityFacts facts) {
    String table = moved.table();
    Double share = moved.share();
    return plain(
        text("quality.rule.heading", moved.rule(), facts.ruleTitle(moved.rule())),
        table == null ? text("quality.filter.tabell.all") : TableNames.of(table),
        share == null ? text("quality.threshold.own") : QualityWords.threshold(share),
        moved.reason(),
        moved.changedBy(),
        SwedishDates.minute(moved.changedAt()));
  }
}
