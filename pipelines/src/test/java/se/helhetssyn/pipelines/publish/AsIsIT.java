package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.indicators.IndicatorFiles;
import se.helhetssyn.pipelines.measure.CellJob;
import se.helhetssyn.pipelines.measure.Cells;
import se.helhetssyn.pipelines.measure.Horizon;
import se.helhetssyn.pipelines.measure.Organisation;
import se.helhetssyn.pipelines.measure.OrganisationRows;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * Two units merge into one of another area, one moves there, one splits, and one goes on. The same
 * deviations are counted without the change, with it, and as if each had happened at the unit that
 * carries its own on today.
 */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AsIsIT {
  private static final int SEED = 11;
  private static final LocalDate CHANGE = LocalDate.of(2024, 7, 1);
  private static final LocalDate SPLIT = LocalDate.of(2025, 1, 1);
  private static final Horizon HORIZON =
      new Horizon(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 15));
  private static final List<String> NODES =
      List.of(
          "K MUNICIPALITY - - 2020-01-01 -",
          "D DIVISION K - 2020-01-01 -",
          "S SERVICE_AREA D - 2020-01-01 -",
          "T SERVICE_AREA D - 2020-01-01 -",
          "H UNIT S HOME_CARE 2020-01-01 -");

  private final SparkSession spark;
  private final Connection marts;

  AsIsIT(SparkSession spark) throws SQLException {
    this.spark = spark;
    this.marts = DriverManager.getConnection("jdbc:duckdb:");
  }

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    for (TableSchema table : DataPackage.load().tables()) {
      new TrustedTables(spark, new StoreLayout(folder))
          .none(table)
          .createOrReplaceTempView(table.name());
    }
    List<Deviation> rows = deviations();
    attach(
        "before",
        folder,
        rows,
        units(
            "A UNIT S HOME_CARE 2020-01-01 -",
            "B UNIT S HOME_CARE 2020-01-01 -",
            "E UNIT S HOME_CARE 2020-01-01 -",
            "G UNIT T HOME_CARE 2020-01-01 -"));
    attach(
        "after",
        folder,
        rows,
        units(
            "A UNIT S HOME_CARE 2020-01-01 2024-07-01",
            "B UNIT S HOME_CARE 2020-01-01 2024-07-01",
            "C UNIT T HOME_CARE 2024-07-01 -",
            "E UNIT S HOME_CARE 2020-01-01 2024-07-01",
            "E UNIT T HOME_CARE 2024-07-01 -",
            "G UNIT T HOME_CARE 2020-01-01 2025-01-01",
            "G1 UNIT T HOME_CARE 2025-01-01 -",
            "G2 UNIT T HOME_CARE 2025-01-01 -"),
        "A C 2024-07-01 MERGE",
        "B C 2024-07-01 MERGE",
        "E E 2024-07-01 MOVE",
        "G G1 2025-01-01 SPLIT",
        "G G2 2025-01-01 SPLIT");
    attach(
        "today",
        folder,
        rows.stream().map(Deviation::today).toList(),
        units(
            "C UNIT T HOME_CARE 2020-01-01 -",
            "E UNIT T HOME_CARE 2020-01-01 -",
            "G1 UNIT T HOME_CARE 2025-01-01 -",
            "G2 UNIT T HOME_CARE 2025-01-01 -"));
  }

  private record Deviation(
      int id,
      @Nullable String unit,
      String person,
      LocalDate reported,
      @Nullable LocalDate closed) {

    /** The same at the unit that carries its own on. */
    Deviation today() {
      String now =
          switch (unit) {
            case "A", "B" -> "C";
            case "G" -> "T";
            case null, default -> unit;
          };
      return new Deviation(id, now, person, reported, closed);
    }

    Row row() {
      return RowFactory.create(
          "A" + id,
          unit,
          person,
          Timestamp.valueOf(reported.atTime(12, 0)),
          closed == null ? null : Date.valueOf(closed),
          closed == null ? "ONGOING" : "CLOSED",
          "HSL");
    }
  }

  private static List<Deviation> deviations() {
    Random random = new Random(SEED);
    List<Deviation> rows = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      LocalDate day = HORIZON.deliveredFrom().plusDays(random.nextInt(912));
      LocalDate closed = random.nextInt(4) == 0 ? null : day.plusDays(random.nextInt(120));
      rows.add(new Deviation(i, unit(random, day), "p" + random.nextInt(80), day, closed));
    }
    return rows;
  }

  private static @Nullable String unit(Random random, LocalDate day) {
    List<String> first = day.isBefore(CHANGE) ? List.of("A", "B") : List.of("C");
    List<String> last = day.isBefore(SPLIT) ? List.of("G") : List.of("G1", "G2");
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> first.get(random.nextInt(first.size()));
      case 3, 4 -> "E";
      case 5, 6 -> last.get(random.nextInt(last.size()));
      case 7 -> "UNKNOWN";
      case 8 -> null;
      default -> "H";
    };
  }

  private static String[] units(String... own) {
    List<String> nodes = new ArrayList<>(NODES);
    nodes.addAll(List.of(own));
    return nodes.toArray(String[]::new);
  }

  private void attach(
      String name, Path folder, List<Deviation> rows, String[] units, String... changes)
      throws Exception {
    StructType type =
        new StructType()
            .add("deviation_id", DataTypes.StringType)
            .add("org_unit_id", DataTypes.StringType)
            .add("person_key", DataTypes.StringType)
            .add("reported_at", DataTypes.TimestampType)
            .add("closed_at", DataTypes.DateType)
            .add("status", DataTypes.StringType)
            .add("law", DataTypes.StringType);
    spark
        .createDataFrame(rows.stream().map(Deviation::row).toList(), type)
        .createOrReplaceTempView("deviation");
    Dataset<Row> nodes = OrganisationRows.units(spark, units);
    nodes.createOrReplaceTempView("org_unit");
    Organisation organisation = Organisation.of(nodes, OrganisationRows.changes(spark, changes));
    Path generation = Files.createDirectories(folder.resolve(name));
    new MartBuilder(input(generation.resolve("cells"), organisation, nodes), generation).build();
    execute(
        "ATTACH '%s' AS %s (READ_ONLY)"
            .formatted(generation.resolve(Layer.INTERNAL.fileName()), name + "_mart"));
  }

  private MartInput input(Path cells, Organisation organisation, Dataset<Row> nodes) {
    List<TableShape> tables =
        DataPackage.load().tables().stream()
            .map(t -> new TableShape(t.name(), t.columns(), t.primaryKey(), Map.of()))
            .toList();
    String text = Objects.requireNonNull(IndicatorFiles.texts().get("A03.yaml"));
    IndicatorCatalogue catalogue = IndicatorCatalogue.read(Map.of("A03.yaml", text), tables);
    Cells counted =
        new CellJob(spark, tables, cells, cells.resolve("kept"))
            .compute(catalogue.definitions(), organisation, HORIZON, null);
    return new MartInput(
        counted,
        catalogue,
        organisation,
        nodes,
        Set.of("deviation"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new DeliveryLog(List.of()),
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        null,
        HORIZON,
        new Protection(true, PrimaryRule.PROTECTED, PrimaryRule.PUBLIC));
  }

  @AfterAll
  void close() throws SQLException {
    marts.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = marts.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    try (Statement statement = marts.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  /** Figures that only one of two builds has, or that differ. */
  private List<String> differences(String one, String other) throws SQLException {
    assertThat(texts("SELECT count(*) FROM (%s)".formatted(one))).isNotEqualTo(List.of("0"));
    return texts(
        """
        (SELECT '1 ' || CAST(f AS VARCHAR) FROM ((%1$s) EXCEPT ALL (%2$s)) f)
        UNION ALL
        (SELECT '2 ' || CAST(f AS VARCHAR) FROM ((%2$s) EXCEPT ALL (%1$s)) f)
        LIMIT 10
        """
            .formatted(one, other));
  }

  /** All that a build tells, but for ids of figures and for the attribution. */
  private static String figures(String build, String attribution, String condition) {
    return """
    SELECT v.* EXCLUDE (figure_id, attribution), s.* EXCLUDE figure_id, h.histogram
    FROM %1$s_mart.indicator_value v
    LEFT JOIN %1$s_mart.cell_support s USING (figure_id)
    LEFT JOIN (
      SELECT figure_id, list((day, closed, censored) ORDER BY day) AS histogram
      FROM %1$s_mart.duration_histogram GROUP BY figure_id) h USING (figure_id)
    WHERE v.attribution = '%2$s' AND %3$s\
    """
        .formatted(build, attribution, condition);
  }

  @Test
  void figuresOfTheTimeBeforeAreUntouchedByTheChange() throws SQLException {
    String then =
        "v.period_kind IN ('MONTH', 'QUARTER') AND v.period_start < DATE '2024-07-01' AND v.org_unit_id <> 'C'";
    assertThat(differences(figures("before", "AS_WAS", then), figures("after", "AS_WAS", then)))
        .isEmpty();
  }

  @Test
  void figuresOfTodayAreThoseOfRowsThatHappenedAtTodaysUnits() throws SQLException {
    assertThat(differences(figures("today", "AS_WAS", "TRUE"), figures("after", "AS_IS", "TRUE")))
        .isEmpty();
  }

  @Test
  void withoutAChangeBothOrganisationsTellTheSame() throws SQLException {
    assertThat(differences(figures("before", "AS_WAS", "TRUE"), figures("before", "AS_IS", "TRUE")))
        .isEmpty();
  }

  @Test
  void theSuccessorHasThePredecessorsRowsAndItsOwn() throws SQLException {
    String counts =
        """
        SELECT period_start, series, sum(denominator) AS d, sum(numerator) AS n
        FROM after_mart.indicator_value
        WHERE attribution = '%s' AND org_unit_id IN (%s) AND period_kind = 'MONTH'
          AND series = 'MAIN' AND state = 'VALUE'
        GROUP BY ALL\
        """;
    assertThat(
            differences(
                counts.formatted("AS_IS", "'C'"), counts.formatted("AS_WAS", "'A', 'B', 'C'")))
        .isEmpty();
  }
}
