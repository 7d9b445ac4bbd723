package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.quality.LinkedTable.Cell;
import static se.helhetssyn.ui.wording.Wording.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.quality.DeliveryLoad;
import se.helhetssyn.analytics.quality.QualityFinding;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.TableNames;

/**
 * The files that came, the latest first.
 *
 * @param table one row per file and table
 * @param latest when the latest came, in a sentence; empty where none is shown
 */
record DeliveriesModel(LinkedTable table, Optional<String> latest) {
  private static final String REJECTED = "REJECTED";

  static DeliveriesModel of(QualityFacts facts, QualityChoice choice) {
    List<DeliveryLoad> loads = facts.loads().stream().filter(choice::shows).toList();
    LinkedTable table =
        LinkedTable.of(
            text("quality.deliveries.caption"),
            List.of(
                text("quality.column.file"),
                text("quality.column.outcome"),
                text("quality.column.table"),
                text("quality.column.source"),
                text("quality.column.came"),
                text("quality.column.covers"),
                text("quality.column.delivered"),
                text("quality.column.trusted"),
                text("quality.column.quarantined"),
                text("quality.column.duplicates"),
                text("quality.column.rejected")),
            loads.stream().map(load -> row(load, facts, choice)).toList());
    return new DeliveriesModel(table, loads.stream().findFirst().map(DeliveriesModel::latest));
  }

  private static String latest(DeliveryLoad load) {
    return text("quality.deliveries.latest", came(load), load.file());
  }

  private static String came(DeliveryLoad load) {
    return SwedishDates.minute(Instant.parse(load.loadedAt()));
  }

  private static List<Cell> row(DeliveryLoad load, QualityFacts facts, QualityChoice choice) {
    DeliveryLoad.@Nullable Rows rows = load.rows();
    return List.of(
        Cell.of(load.file()),
        outcome(load, facts, choice),
        Cell.of(TableNames.of(load.table())),
        Cell.of(QualityWords.source(load.sourceSystem())),
        Cell.of(came(load)),
        Cell.of(covers(load, facts)),
        Cell.of(QualityWords.rows(load.delivered())),
        Cell.of(QualityWords.rows(rows == null ? null : rows.trusted())),
        Cell.of(QualityWords.rows(rows == null ? null : rows.quarantined())),
        Cell.of(QualityWords.rows(rows == null ? null : rows.duplicates())),
        Cell.of(QualityWords.rows(rows == null ? null : rows.rejected())));
  }

  /** Full load or changes, which days and which part of the organisation. */
  private static String covers(DeliveryLoad load, QualityFacts facts) {
    LocalDate from = load.from();
    LocalDate to = load.to();
    String days =
        from == null || to == null
            ? text("quality.covers.unknown")
            : text("quality.span", SwedishDates.day(from), SwedishDates.day(to));
    String root = load.root();
    String where = root == null ? text("quality.covers.everyone") : facts.unitName(root);
    String what = text(load.full() ? "quality.covers.full" : "quality.covers.changes");
    return text("quality.covers", what, days, where);
  }

  /** Turned away, and why; or where to read what was found. */
  private static Cell outcome(DeliveryLoad load, QualityFacts facts, QualityChoice choice) {
    if (!load.run().equals(facts.run())) {
      return Cell.of(earlier(load));
    }
    List<QualityFinding> found =
        facts.findings().stream()
            .filter(f -> f.file().equals(load.file()) && f.table().equals(load.table()))
            .toList();
    String words = load.taken() ? text("quality.outcome.findings") : turnedAway(found, facts);
    if (found.isEmpty()) {
      return Cell.of(load.taken() ? text("quality.outcome.nothing") : words);
    }
    return Cell.to(choice.link(QualityChoice.FILE, load.file(), Sections.FINDINGS), words);
  }

  /** Findings are the last run's alone, so an earlier one is told by where its rows went. */
  private static String earlier(DeliveryLoad load) {
    if (!load.taken()) {
      return text("quality.outcome.refused");
    }
    DeliveryLoad.@Nullable Rows rows = load.rows();
    boolean aside = rows != null && rows.quarantined() + rows.rejected() > 0;
    return text(aside ? "quality.outcome.aside" : "quality.outcome.taken");
  }

  private static String turnedAway(List<QualityFinding> found, QualityFacts facts) {
    List<String> reasons =
        found.stream()
            .filter(finding -> finding.treatment().equals(REJECTED))
            .map(finding -> facts.ruleTitle(finding.rule()))
            .distinct()
            .toList();
    return reasons.isEmpty()
        ? text("quality.outcome.refused")
        : text("quality.outcome.refused.because", String.join(", ", reasons));
  }
}
