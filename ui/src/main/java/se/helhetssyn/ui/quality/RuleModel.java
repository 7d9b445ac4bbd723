package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.quality.LinkedTable.Cell;
import static se.helhetssyn.ui.quality.LinkedTable.plain;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.quality.CheckStatus;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.analytics.quality.QualityFinding;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.TableNames;

/**
 * One rule: what it says, how it fell out, which files broke it, and run by run.
 *
 * @param rule the rule
 * @param failed whether any of its checks failed or could not be made
 * @param outcome its checks together
 * @param checks one row per table
 * @param findings one row per file, table and unit; empty where no row broke it
 * @param trend how it fell out run by run
 * @param limit the threshold that all its checks share; null where they have several or none
 * @param move where its threshold is moved
 */
record RuleModel(
    RuleText rule,
    boolean failed,
    String outcome,
    LinkedTable checks,
    LinkedTable findings,
    RuleTrend trend,
    @Nullable Double limit,
    String move) {
  static RuleModel of(
      RuleText rule,
      List<QualityCheck> checks,
      List<QualityFinding> findings,
      RuleTrend trend,
      QualityFacts facts,
      QualityChoice choice) {
    return new RuleModel(
        rule,
        checks.stream().anyMatch(RuleModel::fails),
        KahnModel.outcome(checks),
        checkTable(rule, checks),
        findingTable(rule, findings, facts),
        trend,
        limit(checks),
        choice.link(QualityChoice.RULE, rule.id(), Sections.THRESHOLDS));
  }

  private static @Nullable Double limit(List<QualityCheck> checks) {
    List<Double> limits = checks.stream().map(QualityCheck::threshold).distinct().toList();
    return limits.size() == 1 ? limits.getFirst() : null;
  }

  static boolean fails(QualityCheck check) {
    return check.status() == CheckStatus.FAILED || check.status() == CheckStatus.ERROR;
  }

  /** Identifier of its place on the page. */
  String anchor() {
    return rule.id();
  }

  String heading() {
    return text("quality.rule.heading", rule.id(), rule.title());
  }

  private static LinkedTable checkTable(RuleText rule, List<QualityCheck> checks) {
    return LinkedTable.of(
        text("quality.checks.caption", rule.id()),
        List.of(
            text("quality.column.table"),
            text("quality.column.status"),
            text("quality.column.affected"),
            text("quality.column.checked"),
            text("quality.column.share"),
            text("quality.column.threshold")),
        checks.stream().map(RuleModel::row).toList());
  }

  /** What a check that could not be made found says nothing, and nothing has no share. */
  private static List<Cell> row(QualityCheck check) {
    boolean judged = check.status() == CheckStatus.PASSED || check.status() == CheckStatus.FAILED;
    String none =
        text(check.status() == CheckStatus.ERROR ? "state.missing" : "quality.not-applicable");
    return plain(
        TableNames.of(check.table()),
        QualityWords.status(check.status()),
        judged ? QualityWords.rows(check.rowsAffected()) : none,
        SwedishNumbers.whole(check.rowsChecked()),
        judged ? QualityWords.share(check.rowsAffected(), check.rowsChecked()) : none,
        QualityWords.threshold(check.threshold()));
  }

  private static LinkedTable findingTable(
      RuleText rule, List<QualityFinding> findings, QualityFacts facts) {
    List<List<Cell>> rows =
        findings.stream()
            .map(finding ->
                plain(
                    finding.file(),
                    TableNames.of(finding.table()),
                    unit(finding, facts),
                    QualityWords.treatment(finding.treatment()),
                    rows(finding)))
            .toList();
    return LinkedTable.of(
        text("quality.findings.caption", rule.id()),
        List.of(
            text("quality.column.file"),
            text("quality.column.table"),
            text("quality.column.unit"),
            text("quality.column.treatment"),
            text("quality.column.affected")),
        rows);
  }

  private static String unit(QualityFinding finding, QualityFacts facts) {
    String unit = finding.unit();
    return unit == null ? text("quality.unit.untold") : facts.unitName(unit);
  }

  private static String rows(QualityFinding finding) {
    Long fewerThan = finding.fewerThan();
    return finding.rows() == null && fewerThan != null
        ? text("quality.fewer", SwedishNumbers.whole(fewerThan))
        : QualityWords.rows(finding.rows());
  }
}
