package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.quality.LinkedTable.Cell;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.helhetssyn.analytics.quality.CheckStatus;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.ui.wording.SwedishNumbers;

/**
 * Checks by what kind of quality they are about and where their yardstick comes from, after Kahn et
 * al. 2016 (eGEMs 4(1):1244). The share of checks passed leaves out those that had nothing to
 * judge, as in OHDSI's Data Quality Dashboard.
 *
 * @param table three kinds of quality by two kinds of yardstick; each cell leads to its rules
 * @param sentence all checks together
 */
record KahnModel(LinkedTable table, String sentence) {
  private static final List<String> CATEGORIES =
      List.of("CONFORMANCE", "COMPLETENESS", "PLAUSIBILITY");
  private static final List<String> CONTEXTS = List.of("VERIFICATION", "VALIDATION");

  static KahnModel of(QualityFacts facts, QualityChoice choice) {
    List<QualityCheck> checks =
        facts.checks().stream().filter(check -> choice.isAbout(check.table())).toList();
    List<List<Cell>> rows =
        CATEGORIES.stream().map(category -> row(category, checks, facts, choice)).toList();
    List<String> columns =
        Stream.concat(
                Stream.of(text("quality.column.category")),
                CONTEXTS.stream().map(QualityWords::context))
            .toList();
    return new KahnModel(
        LinkedTable.of(text("quality.matrix.caption"), columns, rows), outcome(checks));
  }

  private static List<Cell> row(
      String category, List<QualityCheck> checks, QualityFacts facts, QualityChoice choice) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(QualityWords.category(category))));
    for (String context : CONTEXTS) {
      KahnCell cell = new KahnCell(category, context);
      List<String> rules = facts.rules().stream().filter(cell::holds).map(RuleText::id).toList();
      List<QualityCheck> held = checks.stream().filter(c -> rules.contains(c.rule())).toList();
      cells.add(
          held.isEmpty()
              ? Cell.of(text("quality.matrix.none"))
              : Cell.to(
                  choice.link(QualityChoice.CELL, cell.code(), Sections.FINDINGS), outcome(held)));
    }
    return cells;
  }

  /** For example {@code 12 av 13 kontroller godkända, 1 underkänd}. */
  static String outcome(List<QualityCheck> checks) {
    long passed = count(checks, CheckStatus.PASSED);
    long judged = checks.size() - count(checks, CheckStatus.NOT_APPLICABLE);
    List<String> parts = new ArrayList<>();
    parts.add(
        judged == 0
            ? text("quality.matrix.nothing")
            : text(
                judged == 1 ? "quality.matrix.passed.one" : "quality.matrix.passed",
                SwedishNumbers.whole(passed),
                SwedishNumbers.whole(judged),
                SwedishNumbers.decimal(100.0 * passed / judged, 0)));
    part(
        parts,
        "quality.matrix.failed.one",
        "quality.matrix.failed",
        count(checks, CheckStatus.FAILED));
    part(
        parts,
        "quality.matrix.error.one",
        "quality.matrix.error",
        count(checks, CheckStatus.ERROR));
    part(
        parts,
        "quality.matrix.not-applicable.one",
        "quality.matrix.not-applicable",
        count(checks, CheckStatus.NOT_APPLICABLE));
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, String one, String several, long count) {
    if (count > 0) {
      parts.add(QualityWords.counted(one, several, count));
    }
  }

  private static long count(List<QualityCheck> checks, CheckStatus status) {
    return checks.stream().filter(check -> check.status() == status).count();
  }
}
