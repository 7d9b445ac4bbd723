package se.helhetssyn.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.StoreLayout;

class ExportTest {
  private static final Period Q3 = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));

  @TempDir Path folder;
  private Path mart = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void publish() {
    mart = publish("Enhet Aspen", "Alla professioner på plats");
    out = folder.resolve("ut.csv");
  }

  private Path publish(String unitName, String indicatorName) {
    Path store = folder.resolve("store's");
    String generation = Files.exists(store) ? "g2" : "g1";
    MartFixture.in(store, generation)
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .node(OrgLevel.UNIT, "E01", unitName, "K")
        .indicator("C03", "Konferenser", indicatorName, 1.0)
        .figure("C03", OrgLevel.UNIT, "E01", Q3, new FigureState.Suppressed())
        .figure("C03", OrgLevel.UNIT, "E01", Q3.previous(), new FigureState.Missing("NOT_MATURE"))
        .share("C03", OrgLevel.MUNICIPALITY, "K", Q3, 1, 8)
        .publish();
    return new StoreLayout(store).mart(generation, Layer.PROTECTED);
  }

  private void change(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + mart)) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads an exported file with every cell as text. */
  private static List<List<@Nullable String>> rows(String reader) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet result = connection.createStatement().executeQuery("FROM " + reader)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Reads with RFC 4180's own quoting, so that nothing is guessed. */
  private List<List<@Nullable String>> csv() throws SQLException {
    String options = "header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"'";
    String path = out.toString().replace("'", "''");
    return rows("read_csv('%s', %s)".formatted(path, options));
  }

  @Test
  void figuresComeInTheirPublishedColumnsAndInOrder() throws IOException {
    Export.write(mart, What.INDICATORS, Format.CSV, out);
    String columns = MartSchema.INDICATOR_VALUE.columnList().replace(", ", ",");
    assertThat(Files.readAllLines(out))
        .containsExactly(
            columns,
            "2,C03,1,MAIN,AS_WAS,MUNICIPALITY,K,QUARTER,2026-07-01,ALL,ALL,,,SHARE,"
                + "1,8,0,8,0.125,0.024999999999999994,0.225,,,,VALUE,,false",
            "1,C03,1,MAIN,AS_WAS,UNIT,E01,QUARTER,2026-04-01,ALL,ALL,,,SHARE,"
                + ",,,,,,,,,,MISSING,NOT_MATURE,false",
            "0,C03,1,MAIN,AS_WAS,UNIT,E01,QUARTER,2026-07-01,ALL,ALL,,,SHARE,"
                + ",,,,,,,,,,SUPPRESSED,,false");
  }

  @Test
  void theSameLayerGivesTheSameBytes() throws IOException {
    Export.write(mart, What.INDICATORS, Format.CSV, out);
    Path again = folder.resolve("igen.csv");
    Export.write(mart, What.INDICATORS, Format.CSV, again);
    assertThat(again).hasSameBinaryContentAs(out);
  }

  @Test
  void definitionsComeWithTheirSeries() throws SQLException {
    change("UPDATE indicator_definition SET definition = 'id: C03' || chr(10) || 'kind: \"x\"'");
    Export.write(mart, What.DEFINITIONS, Format.CSV, out);
    assertThat(csv()).hasSize(1);
    assertThat(csv().getFirst())
        .startsWith("C03", "1", "0", "Konferenser", "Alla professioner på plats")
        .endsWith("MAIN", "Alla professioner på plats", "SHARE", "id: C03\nkind: \"x\"", "true");
  }

  @Test
  void definitionsHaveOneRowPerIndicatorVersionAndSeriesAndTellTheCore() throws SQLException {
    change("UPDATE indicator_definition SET core = false");
    change("INSERT INTO indicator_series VALUES ('C03', 1, 1, 'GAP', 'Längsta uppehåll', 'DAYS')");
    change(
        "INSERT INTO indicator_definition SELECT * REPLACE (2 AS definition_version, NULL AS core)"
            + " FROM indicator_definition");
    change("INSERT INTO indicator_series VALUES ('C03', 2, 0, 'MAIN', 'Alla', 'SHARE')");
    Export.write(mart, What.DEFINITIONS, Format.CSV, out);
    assertThat(csv())
        .extracting(List::getFirst, row -> row.get(1), row -> row.get(13), List::getLast)
        .containsExactly(
            tuple("C03", "1", "MAIN", "false"),
            tuple("C03", "1", "GAP", "false"),
            tuple("C03", "2", "MAIN", "true"));
  }

  @Test
  void definitionsOfALayerFromBeforeTheCoreWasToldAreAllOfIt() throws SQLException {
    change("ALTER TABLE indicator_definition DROP COLUMN core");
    Export.write(mart, What.DEFINITIONS, Format.CSV, out);
    assertThat(csv().getFirst()).endsWith("id: C03", "true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\",\"y\")",
        "+46",
        "-1+2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=1,\"2\"\n3"
      })
  void aTextThatCouldBeAFormulaIsLedByAnApostrophe(String hostile) throws SQLException {
    mart = publish("Enhet Aspen", hostile);
    Export.write(mart, What.DEFINITIONS, Format.CSV, out);
    assertThat(csv().getLast()).contains("'" + hostile).doesNotContain(hostile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Åsen = bäst", "'citat'", "a,b", "\"", "1-2", "'; DROP TABLE x; --"})
  void otherTextsStayAsTheyAre(String harmless) throws SQLException {
    mart = publish("Enhet Aspen", harmless);
    Export.write(mart, What.DEFINITIONS, Format.CSV, out);
    assertThat(csv().getLast()).contains(harmless);
  }

  @Test
  void negativeNumbersAreNoFormulas() throws IOException {
    change("UPDATE indicator_value SET lower = -0.5 WHERE state = 'VALUE'");
    Export.write(mart, What.INDICATORS, Format.CSV, out);
    assertThat(Files.readString(out)).contains(",-0.5,").doesNotContain("'-0.5");
  }

  @Test
  void parquetKeepsTypesAndTexts() throws SQLException {
    out = folder.resolve("ut's.parquet");
    Export.write(mart, What.INDICATORS, Format.PARQUET, out);
    String path = out.toString().replace("'", "''");
    assertThat(rows("(SELECT value, period_start, org_unit_id FROM '%s')".formatted(path)))
        .containsExactly(
            List.of("0.125", "2026-07-01", "K"),
            Arrays.asList(null, "2026-04-01", "E01"),
            Arrays.asList(null, "2026-07-01", "E01"));
    assertThat(rows("(SELECT typeof(value), typeof(preliminary) FROM '%s')".formatted(path)))
        .contains(List.of("DOUBLE", "BOOLEAN"));
  }

  @Test
  void pathsWithQuotesAndSpacesWork() throws SQLException {
    out = folder.resolve("o'brien \"x\" å.csv");
    Export.write(mart, What.INDICATORS, Format.CSV, out);
    assertThat(csv()).hasSize(3);
  }

  @Test
  void aLayerThatIsBeingServedCanBeExported() throws IOException {
    try (MartReader reader = MartReader.over(folder.resolve("store's"), Layer.PROTECTED)) {
      assertThat(reader.current()).isPresent();
      Export.write(mart, What.INDICATORS, Format.CSV, out);
    }
    assertThat(Files.readAllLines(out)).hasSize(4);
  }
}
