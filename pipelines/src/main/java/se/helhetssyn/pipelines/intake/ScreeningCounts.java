package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.quality.Treatment;

/**
 * How a screened table's rows of this run fell out: their sides by file, their findings, and their
 * rules.
 */
final class ScreeningCounts {
  private final String table;
  private final TableChecks checks;
  private final List<String> rules;
  private final Map<String, Map<Side, Long>> files = new TreeMap<>();
  private final Set<Side> earlier = EnumSet.noneOf(Side.class);
  private final Map<Spot, Long> findings = new LinkedHashMap<>();
  private final Map<String, Long> held = new LinkedHashMap<>();
  private long unmapped;

  private record Spot(String rule, String code, String file, String unit, Treatment treatment) {}

  private ScreeningCounts(String table, TableChecks checks) {
    this.table = table;
    this.checks = checks;
    this.rules = checks.rules();
    rules.forEach(rule -> held.put(rule, 0L));
  }

  /** Counts in one pass: there are few combinations of reasons and flags, whatever the rows. */
  static ScreeningCounts of(String table, TableChecks checks, Dataset<Row> screened) {
    ScreeningCounts counts = new ScreeningCounts(table, checks);
    screened
        .groupBy(
            Screening.SIDE,
            RawTable.FILE,
            Screening.UNIT,
            Screening.REASONS,
            Screening.FLAGS,
            Screening.HELD)
        .count()
        .collectAsList()
        .forEach(counts::add);
    return counts;
  }

  private void add(Row row) {
    Side side = Side.valueOf(row.getString(0));
    String file = row.getString(1);
    if (file.isEmpty()) {
      earlier.add(side);
      return;
    }
    String unit = Objects.requireNonNullElse(row.<@Nullable String>getAs(2), "");
    List<String> codes = codes(row);
    long rows = row.getLong(6);
    files.computeIfAbsent(file, f -> new EnumMap<>(Side.class)).merge(side, rows, Long::sum);
    for (String code : codes) {
      Check check = checks.find(code).orElseThrow(() -> new IllegalStateException(code));
      findings.merge(new Spot(check.rule(), code, file, unit, check.treatment()), rows, Long::sum);
    }
    held(row.getLong(5), codes, rows);
    if (side == Side.TRUSTED && flags(row).contains(TableChecks.UNKNOWN_UNIT)) {
      unmapped += rows;
    }
  }

  private static List<String> flags(Row row) {
    @Nullable String flags = row.getString(4);
    return flags == null ? List.of() : List.of(flags.split(",", -1));
  }

  /** What is a finding about the row itself and not told by another code, or of another row. */
  private static List<String> codes(Row row) {
    List<String> flags = flags(row);
    List<String> codes = new ArrayList<>(row.<String>getList(3));
    flags.stream()
        .filter(flag -> !flag.equals(TableChecks.KEPT_OF_COPIES))
        .filter(flag ->
            !flag.equals(TableChecks.UNKNOWN_UNIT) || !flags.contains(TableChecks.MISSING_UNIT))
        .forEach(codes::add);
    return codes;
  }

  /** A copy was compared with the row it repeats and held against nothing else. */
  private void held(long bits, List<String> codes, long rows) {
    boolean copy = codes.contains(TableChecks.COPY);
    Set<String> broken =
        codes.stream()
            .flatMap(code -> checks.find(code).map(Check::rule).stream())
            .collect(toSet());
    for (int bit = 0; bit < rules.size(); bit++) {
      String rule = rules.get(bit);
      boolean applies = !copy && (bits & 1L << bit) != 0;
      if (applies || broken.contains(rule)) {
        held.merge(rule, rows, Long::sum);
      }
    }
  }

  String table() {
    return table;
  }

  /** Whether any row is on a side, one of an earlier run too. */
  boolean isAny(Side side) {
    return rows(side) > 0 || isAnyEarlier(side);
  }

  /** Whether any row of an earlier run is on a side now. */
  boolean isAnyEarlier(Side side) {
    return earlier.contains(side);
  }

  /** Whether any row of an earlier run was judged again. */
  boolean isAnyEarlier() {
    return !earlier.isEmpty();
  }

  /** Rows of this run on a side. */
  long rows(Side side) {
    return files.values().stream().mapToLong(sides -> sides.getOrDefault(side, 0L)).sum();
  }

  long rows() {
    return files.values().stream().flatMap(s -> s.values().stream()).mapToLong(n -> n).sum();
  }

  /** Kept rows whose unit is not known. */
  long unmapped() {
    return unmapped;
  }

  /** Findings per code, file and unit. */
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    findings.forEach((s, rows) ->
        found.add(new Finding(s.rule(), s.code(), table, s.file(), s.unit(), s.treatment(), rows)));
    return found;
  }

  /** How many rows each rule was held against. */
  List<CheckedRows> checked() {
    List<CheckedRows> checked = new ArrayList<>();
    held.forEach((rule, rows) -> checked.add(new CheckedRows(rule, table, rows, false)));
    return checked;
  }

  /**
   * Where the rows of each file went. A file without rows whose number is known has its account
   * too; one of which nobody knows it, since a mapping chooses among them or only looks values up
   * there, has as many as were read.
   */
  List<FileAccount> accounts(IntakeTerms terms) {
    Map<String, Map<Side, Long>> all = new TreeMap<>(files);
    terms.files().stream()
        .filter(f -> f.table().equals(table) && f.delivered() != null && !f.isRowless())
        .forEach(f -> all.computeIfAbsent(f.file(), name -> Map.of()));
    List<FileAccount> accounts = new ArrayList<>();
    all.forEach((file, sides) -> accounts.add(account(terms, file, sides)));
    return accounts;
  }

  private FileAccount account(IntakeTerms terms, String file, Map<Side, Long> sides) {
    long read = sides.values().stream().mapToLong(n -> n).sum();
    Optional<FileTerms> known = terms.find(file);
    return new FileAccount(
        table,
        file,
        known.map(FileTerms::extractId).orElse(file),
        known.map(FileTerms::sourceSystem).orElse(""),
        known.map(FileTerms::delivered).orElse(read),
        sides.getOrDefault(Side.TRUSTED, 0L),
        sides.getOrDefault(Side.QUARANTINED, 0L),
        sides.getOrDefault(Side.DUPLICATE, 0L),
        sides.getOrDefault(Side.REJECTED, 0L) + sides.getOrDefault(Side.DROPPED, 0L));
  }
}
