package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.analytics.quality.QualityFinding;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.analytics.quality.TrendPoint;
import se.helhetssyn.ui.wording.SwedishNumbers;

/**
 * Rules with remarks, those that failed first; every rule of a cell of the matrix where one is
 * chosen.
 *
 * @param rules what is shown
 * @param silent how many rules were held against something and broken by nothing (count)
 * @param restricted what the rules are restricted to, in words; empty for nothing
 */
record FindingsModel(List<RuleModel> rules, int silent, Optional<String> restricted) {
  FindingsModel {
    rules = List.copyOf(rules);
  }

  static FindingsModel of(QualityFacts facts, QualityChoice choice) {
    Map<String, List<QualityCheck>> checks =
        facts.checks().stream()
            .filter(check -> choice.isAbout(check.table()))
            .collect(groupingBy(QualityCheck::rule, LinkedHashMap::new, toList()));
    Map<String, List<QualityFinding>> findings =
        shown(facts, choice).stream().collect(groupingBy(QualityFinding::rule));
    List<RuleModel> rules = new ArrayList<>();
    for (RuleText rule : facts.rules()) {
      List<QualityCheck> held = checks.getOrDefault(rule.id(), List.of());
      List<QualityFinding> found = findings.getOrDefault(rule.id(), List.of());
      if (isShown(rule, held, found, choice)) {
        rules.add(RuleModel.of(rule, held, found, trend(facts, rule, choice), facts, choice));
      }
    }
    rules.sort(Comparator.comparing(rule -> !rule.failed()));
    List<String> shown = rules.stream().map(RuleModel::anchor).toList();
    int silent = (int) checks.keySet().stream().filter(rule -> !shown.contains(rule)).count();
    return new FindingsModel(rules, silent, restricted(choice));
  }

  /** The findings that the choice leaves. */
  static List<QualityFinding> shown(QualityFacts facts, QualityChoice choice) {
    return facts.findings().stream()
        .filter(finding -> choice.isAbout(finding.table()))
        .filter(finding ->
            choice.source().code().isEmpty() || choice.isFrom(facts.source(finding.file())))
        .filter(finding -> choice.file().map(finding.file()::equals).orElse(true))
        .filter(finding -> isWithin(finding, facts, choice))
        .toList();
  }

  /** Rows that name no unit belong to the whole. */
  private static boolean isWithin(
      QualityFinding finding, QualityFacts facts, QualityChoice choice) {
    String unit = finding.unit();
    return unit == null || facts.within(choice.node(), unit);
  }

  private static boolean isShown(
      RuleText rule,
      List<QualityCheck> checks,
      List<QualityFinding> findings,
      QualityChoice choice) {
    if (choice.cell().isPresent()) {
      return !checks.isEmpty() && choice.cell().orElseThrow().holds(rule);
    }
    boolean everything = choice.file().isEmpty() && choice.source().code().isEmpty();
    return !findings.isEmpty() || (everything && checks.stream().anyMatch(RuleModel::fails));
  }

  private static RuleTrend trend(QualityFacts facts, RuleText rule, QualityChoice choice) {
    List<TrendPoint> points =
        facts.mart().trend(rule.id()).stream()
            .filter(point -> choice.isAbout(point.table()))
            .toList();
    return RuleTrend.of(rule.id(), points);
  }

  private static Optional<String> restricted(QualityChoice choice) {
    return choice
        .file()
        .map(file -> text("quality.findings.of-file", file))
        .or(() -> choice.cell().map(cell -> text("quality.findings.of-cell", cell.words())));
  }

  /** How many rules had nothing to remark on. */
  String silence() {
    return text("quality.findings.silent", SwedishNumbers.whole(silent));
  }
}
