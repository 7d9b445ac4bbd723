package se.helhetssyn.pipelines.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.DeliveryComparison;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.intake.RowChange;
import se.helhetssyn.pipelines.lateness.DelayCurve;
import se.helhetssyn.pipelines.measure.Cells;
import se.helhetssyn.pipelines.measure.Grid;
import se.helhetssyn.pipelines.measure.Horizon;
import se.helhetssyn.pipelines.measure.Organisation;

/** A generation of one indicator and two units, put together from made-up cells. */
final class SmallGeneration {
  private static final String DEFINITION =
      """
      id: X01
      version: VERSION
      order: 1
      heading: Rubrik
      name: Namn
      name_en: Name
      purpose: Syfte.
      kind: PROCESS
      numerator: Täljare.
      denominator: Nämnare.
      unit_of_count: ASSESSMENT
      chart: LINE
      owner: Kvalitetsutvecklare
      valid_from: 2026-01-01
      history: [{version: VERSION, valid_from: 2026-01-01, reason: Första versionen.}]
      remarks: {within_days: Ett förslag.}
      direction: HIGHER
      protection: PERSONS
      sensitive: false
      references: [W1]
      parameters: {within_days: 14}
      measures:
        - from: risk_assessment
          date: assessed_at
          unit: {AS_WAS: org_unit_id}
          person: person_key
          series:
            - code: MAIN
              name: Andel
              kind: SHARE
              numerator: status = 'COMPLETE'
            - code: NUMBER
              name: Antal
              kind: COUNT
              numerator: status = 'DECLINED'
      """;
  private static final List<String> SERIES = List.of("MAIN", "NUMBER");
  private static final StructType ORGANISATION =
      new StructType()
          .add("org_unit_id", DataTypes.StringType)
          .add("name", DataTypes.StringType)
          .add("level", DataTypes.StringType)
          .add("parent_id", DataTypes.StringType)
          .add("unit_type", DataTypes.StringType)
          .add("orientation", DataTypes.StringType)
          .add("provider_form", DataTypes.StringType)
          .add("valid_from", DataTypes.DateType)
          .add("valid_to", DataTypes.DateType);

  private final SparkSession spark;
  private final StoreLayout store;
  private final String id;
  private final List<Function<Grid, String>> cells = new ArrayList<>();
  private final List<DeliveredFile> files = new ArrayList<>();
  private final List<RowChange> changes = new ArrayList<>();
  private final List<DeliveryComparison> comparisons = new ArrayList<>();
  private final List<DelayCurve> delays = new ArrayList<>();
  private final List<MartInput.Coverage> coverage = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<CheckedRows> checked = new ArrayList<>();
  private IndicatorCatalogue catalogue = catalogue();
  private LocalDate asOf = LocalDate.of(2026, 10, 31);
  private String secondDivision = "D1";
  private boolean protectedSource = true;
  private @Nullable Path before;
  private @Nullable LocalDate culledBefore;

  SmallGeneration(SparkSession spark, Path root, String id) {
    this.spark = spark;
    this.store = new StoreLayout(root);
    this.id = id;
  }

  static IndicatorCatalogue catalogue() {
    return catalogue(1);
  }

  private static IndicatorCatalogue catalogue(int version) {
    List<TableShape> tables =
        DataPackage.load().tables().stream()
            .map(t -> new TableShape(t.name(), t.columns(), t.primaryKey(), Map.of()))
            .toList();
    return IndicatorCatalogue.read(
        Map.of("X01.yaml", DEFINITION.replace("VERSION", String.valueOf(version))), tables);
  }

  SmallGeneration version(int version) {
    catalogue = catalogue(version);
    return this;
  }

  SmallGeneration withinDays(int days) {
    catalogue = catalogue.with(Map.of("X01", Map.of("within_days", days)));
    return this;
  }

  SmallGeneration asOf(String day) {
    asOf = LocalDate.parse(day);
    return this;
  }

  /** Puts the unit E2 under another division than D1. */
  SmallGeneration moved() {
    secondDivision = "D2";
    return this;
  }

  SmallGeneration withoutPersons() {
    protectedSource = false;
    return this;
  }

  SmallGeneration after(String former) {
    before = store.generation(former);
    return this;
  }

  SmallGeneration culledBefore(String day) {
    culledBefore = LocalDate.parse(day);
    return this;
  }

  /** A share of a month: as many persons as rows. */
  SmallGeneration share(String level, String node, String month, int numerator, int of) {
    return cell("MAIN", level, node, month, numerator, of);
  }

  SmallGeneration number(String level, String node, String month, int count) {
    return cell("NUMBER", level, node, month, count, count);
  }

  private SmallGeneration cell(
      String series, String level, String node, String month, int numerator, int of) {
    Grid.Node place = new Grid.Node(OrgLevel.valueOf(level), node);
    Period period = new Period(PeriodKind.MONTH, LocalDate.parse(month));
    cells.add(grid -> {
      int at = grid.nodes().indexOf(place);
      int when = grid.periods().indexOf(period);
      return "(0, %d, 0, %d, %d, %d, %d, 0, 0, %d, %d, %d, 0, 1, 1, CAST(NULL AS VARCHAR))"
          .formatted(
              SERIES.indexOf(series), at, when, numerator, of, of, numerator, of - numerator);
    });
    return this;
  }

  SmallGeneration file(String table, long delivered, long quarantined) {
    files.add(
        new DeliveredFile(
            "L" + files.size(),
            id,
            "2026-11-01T05:00:00Z",
            table + ".csv",
            "ab",
            table,
            "SYSTEM",
            "X-" + files.size(),
            "2026-10-31T22:00:00Z",
            true,
            true,
            null,
            "2026-06-01",
            "2026-08-31",
            true,
            delivered,
            delivered - quarantined,
            quarantined,
            0,
            0));
    return this;
  }

  SmallGeneration change(String table, String unit, @Nullable String month, int... rows) {
    LocalDate day = month == null ? null : LocalDate.parse(month);
    changes.add(new RowChange(table, unit, day, rows[0], rows[1], rows[2]));
    return this;
  }

  SmallGeneration comparison(String table, int... keys) {
    comparisons.add(
        new DeliveryComparison(table, "SYSTEM", "X-0", "X-1", keys[0], keys[1], keys[2], keys[3]));
    return this;
  }

  SmallGeneration delay(DelayCurve curve) {
    delays.add(curve);
    return this;
  }

  SmallGeneration covered(String table, @Nullable String root, String from, String to) {
    coverage.add(new MartInput.Coverage(table, root, LocalDate.parse(from), LocalDate.parse(to)));
    return this;
  }

  SmallGeneration found(Finding finding, long checkedRows) {
    findings.add(finding);
    checked.add(new CheckedRows(finding.rule(), finding.table(), checkedRows, false));
    return this;
  }

  /** Makes the files, so that the next generation can be held against it. */
  Path build() {
    Path folder = store.generation(id);
    try {
      Files.createDirectories(folder);
      Map<Layer, Long> hidden = new MartBuilder(input(folder), folder).build();
      Files.writeString(folder.resolve("manifest.json"), manifest(hidden).toJson());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private MartInput input(Path folder) throws SQLException, IOException {
    Dataset<Row> units = organisation();
    Organisation organisation = Organisation.of(units);
    return new MartInput(
        cells(folder, Grid.of(organisation, horizon())),
        catalogue,
        organisation,
        units,
        Set.of("risk_assessment", "org_unit"),
        coverage,
        List.of(),
        findings,
        checked,
        List.of(),
        new DeliveryLog(files),
        changes,
        comparisons,
        delays,
        false,
        before,
        culledBefore,
        horizon(),
        new Protection(protectedSource, PrimaryRule.PROTECTED, PrimaryRule.PUBLIC));
  }

  private Horizon horizon() {
    return new Horizon(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 31), asOf);
  }

  private Dataset<Row> organisation() {
    return spark.createDataFrame(
        List.of(
            node("K", "MUNICIPALITY", null),
            node("D1", "DIVISION", "K"),
            node("D2", "DIVISION", "K"),
            node("E1", "UNIT", "D1"),
            node("E2", "UNIT", secondDivision)),
        ORGANISATION);
  }

  private static Row node(String id, String level, @Nullable String parent) {
    String type = level.equals("UNIT") ? "RESIDENTIAL_CARE" : null;
    return RowFactory.create(
        id, id, level, parent, type, null, "OWN", Date.valueOf("2020-01-01"), null);
  }

  private Cells cells(Path folder, Grid grid) throws SQLException, IOException {
    Path made = folder.resolveSibling("cells-" + id);
    if (!cells.isEmpty()) {
      Files.createDirectories(made);
      write(cells.stream().map(cell -> cell.apply(grid)).toList(), made.resolve("a.parquet"));
    }
    return new Cells(
        made,
        grid,
        SERIES.stream()
            .map(s -> new Cells.SliceKey(0, SERIES.indexOf(s), "X01", s, Stratum.ALL))
            .toList(),
        false);
  }

  private static void write(List<String> rows, Path parquet) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (FROM (VALUES %s) AS cell (
            measure, slice, attribution, node, period, numerator, denominator, unknown,
            unknown_outside, persons, persons_numerator, persons_rest, persons_unknown, largest,
            second_largest, histogram))
          TO '%s' (FORMAT parquet)
          """
              .formatted(String.join(", ", rows), parquet));
    }
  }

  private Manifest manifest(Map<Layer, Long> hidden) {
    return new Manifest(
        StoreLayout.FORMAT_VERSION,
        MartSchema.VERSION,
        id,
        "2026-11-01T06:00:00Z",
        asOf.toString(),
        "2026-06-01",
        "2026-08-31",
        culledBefore == null ? null : culledBefore.toString(),
        protectedSource,
        "",
        "test",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of("protected", hidden.getOrDefault(Layer.PROTECTED, 0L)),
        Map.of());
  }
}
