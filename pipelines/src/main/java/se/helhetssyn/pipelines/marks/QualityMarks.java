package se.helhetssyn.pipelines.marks;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * Looks through the trusted tables for what only shows when rows are held against each other: rules
 * DQ09–DQ12, DQ15, DQ17, DQ34–DQ36, DQ38, DQ41, follow-up before its assessment (DQ26) and rows
 * that point at what is not there (CT07). No row is changed. It runs in DuckDB, which answers all
 * of them in less time than Spark needs to plan them.
 */
public final class QualityMarks {
  private static final Logger LOG = LoggerFactory.getLogger(QualityMarks.class);

  private final MarkInput input;
  private final List<MarkRule> rules;
  private final DataPackage contract;

  QualityMarks(MarkInput input, DataPackage contract, List<MarkRule> rules) {
    this.input = input;
    this.contract = contract;
    this.rules = rules;
  }

  /**
   * Finds the marks and writes them, one row each, to a Parquet file: {@code rule}, {@code
   * table_name}, {@code record_key} (the parts of a primary key joined by a bar, the two of a pair
   * in order and joined by a plus sign, {@code unit}, or {@code unit|yyyy-MM}), {@code
   * org_unit_id}, {@code extract_id} and {@code code}. The file names records and is for internal
   * use only; it is replaced if it is there.
   *
   * <p>A rule that fails by itself is broken and told as such; the others go on. A full disk and
   * tables or a file that cannot be reached are exceptions.
   *
   * @param file where the marks go
   */
  public static Marks find(MarkInput input, DataPackage contract, Path file) {
    return new QualityMarks(input, contract, MarkRules.of(contract)).find(file);
  }

  Marks find(Path file) {
    try (MarkBench bench = MarkBench.open(input.scratch())) {
      TrustedFiles trusted = new TrustedFiles(input.store());
      for (TableSchema table : contract.tables()) {
        Long version = input.versions().get(table.name());
        bench.table(table, version == null ? List.of() : trusted.of(table.name(), version));
      }
      bench.tell(input.latest(), input.delivered(), contract.tables());
      List<CheckedRows> checked = hold(bench, input.versions().keySet());
      bench.write(file);
      return new Marks(
          bench.groups().stream().map(this::finding).toList(), checked, bench.silent());
    } catch (SQLException e) {
      throw new IllegalStateException("marks cannot be looked for", e);
    }
  }

  private List<CheckedRows> hold(MarkBench bench, Set<String> delivered) throws SQLException {
    Map<String, CheckedRows> checked = new LinkedHashMap<>();
    for (MarkRule rule : rules) {
      if (rule.appliesTo(delivered)) {
        String check = rule.id() + " of " + rule.table();
        checked.merge(check, hold(bench, rule), QualityMarks::together);
      }
    }
    return List.copyOf(checked.values());
  }

  private static CheckedRows hold(MarkBench bench, MarkRule rule) throws SQLException {
    try {
      return new CheckedRows(rule.id(), rule.table(), bench.hold(rule), false);
    } catch (SQLException e) {
      if (DiskSpace.isLackingIn(e)) {
        throw e;
      }
      LOG.error("Rule {} of {} is broken.", rule.id(), rule.table(), e);
      return new CheckedRows(rule.id(), rule.table(), 0, true);
    }
  }

  /** Several references of a table are one check of it. */
  private static CheckedRows together(CheckedRows one, CheckedRows other) {
    return new CheckedRows(
        one.rule(), one.table(), one.rows() + other.rows(), one.broken() || other.broken());
  }

  private Finding finding(MarkBench.Group group) {
    return new Finding(
        group.rule(),
        group.code(),
        group.table(),
        input.fileNames().getOrDefault(group.extract(), group.extract()),
        group.unit(),
        Treatment.FLAGGED,
        group.rows());
  }
}
