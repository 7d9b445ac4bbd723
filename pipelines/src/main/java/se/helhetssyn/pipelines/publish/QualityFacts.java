package se.helhetssyn.pipelines.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.quality.QualityRule;
import se.helhetssyn.datasets.quality.QualityRules;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Lays on the workbench what intake found, and tells each layer what it may hold of it. */
final class QualityFacts {
  private final QualityRules rules = QualityRules.load();
  private final List<Finding> findings;
  private final List<CheckedRows> checked;
  private final List<FileAccount> accounts;

  QualityFacts(List<Finding> findings, List<CheckedRows> checked, List<FileAccount> accounts) {
    this.findings = findings;
    this.checked = checked;
    this.accounts = accounts;
  }

  /** Fills the tables; a {@link Refusal} if a file's rows are not all accounted for. */
  void fill(Workbench bench) throws SQLException {
    accounts.forEach(QualityFacts::requireBalance);
    bench.fill("quality_rule", rules());
    bench.fill("account", accounts.stream().map(QualityFacts::account));
    bench.fill("finding", findings());
    bench.fill("checked_rows", checkedRows());
    bench.fill("person_table", PersonTables.in(DataPackage.load()).stream().map(t -> row(t)));
  }

  /**
   * Copies to an attached layer what it may hold.
   *
   * @param rule which counts are hidden in it; empty where none is
   */
  static void copy(Workbench bench, Layer layer, Optional<PrimaryRule> rule) throws SQLException {
    bench.run(
        "quality.sql",
        Map.of(
            "layer", "layer",
            "k", String.valueOf(rule.map(PrimaryRule::k).orElse(1)),
            "units", String.valueOf(layer == Layer.INTERNAL)));
  }

  private static void requireBalance(FileAccount a) {
    if (!a.balances()) {
      throw Refusal.gate(
          "Filen %s går inte ihop: %d rader kom, men %d betrodda, %d i karantän, %d dubbletter och %d som inte togs in är inte lika många; inget är publicerat."
              .formatted(
                  a.file(),
                  a.delivered(),
                  a.trusted(),
                  a.quarantined(),
                  a.duplicates(),
                  a.rejected()));
    }
  }

  private Stream<List<@Nullable Object>> rules() {
    List<QualityRule> all = rules.rules();
    return all.stream()
        .map(r ->
            row(
                r.id(),
                all.indexOf(r),
                r.title(),
                r.tables().isEmpty() ? null : String.join(",", r.tables()),
                r.severity().name(),
                r.treatment().name(),
                r.scope().name(),
                r.category().name(),
                r.context().name(),
                r.threshold(),
                r.grounds(),
                r.explanation(),
                r.toSupplier()));
  }

  private static List<@Nullable Object> account(FileAccount a) {
    return row(
        a.table(),
        a.file(),
        a.extractId(),
        a.sourceSystem(),
        a.delivered(),
        a.trusted(),
        a.quarantined(),
        a.duplicates(),
        a.rejected());
  }

  private Stream<List<@Nullable Object>> findings() {
    return findings.stream()
        .map(f ->
            row(
                rules.require(f.rule()).id(),
                f.code(),
                f.table(),
                f.file(),
                f.unit(),
                f.treatment().name(),
                rows(f)));
  }

  /** A file whose rows could not be counted counts as one. */
  private static long rows(Finding finding) {
    return Math.max(1, finding.rows());
  }

  /** One row per rule and table, though several deliveries of a table may tell of it. */
  private Stream<List<@Nullable Object>> checkedRows() {
    return checked.stream()
        .collect(groupingBy(c -> List.of(rules.require(c.rule()).id(), c.table())))
        .entrySet()
        .stream()
        .map(e ->
            row(
                e.getKey().getFirst(),
                e.getKey().getLast(),
                e.getValue().stream().collect(summingLong(c -> c.rows())),
                e.getValue().stream().anyMatch(c -> c.broken())));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
