package se.helhetssyn.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.export.ExportException.Fault;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.StoreLayout;

class ExportRefusalTest {
  @TempDir Path folder;
  private Path mart = Path.of("");
  private Path target = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    Period quarter = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));
    Path store = folder.resolve("store");
    MartFixture.in(store, "g1")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .indicator("C03", "Konferenser", "Namn", null)
        .figure("C03", OrgLevel.MUNICIPALITY, "K", quarter, new FigureState.Suppressed())
        .publish();
    mart = new StoreLayout(store).mart("g1", Layer.PROTECTED);
    target = Files.createDirectory(folder.resolve("ut"));
  }

  private ExportException refusal(What what, Path out) {
    return catchThrowableOfType(
        ExportException.class, () -> Export.write(mart, what, Format.CSV, out));
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.toList();
    }
  }

  private void leak(String assignment) throws SQLException {
    change("UPDATE indicator_value SET " + assignment);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + mart)) {
      connection.createStatement().execute(sql);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numerator = 0",
        "denominator = 3",
        "unknown = 0",
        "persons = 3",
        "value = 0.5",
        "lower = 0",
        "upper = 1",
        "q1 = 1",
        "q3 = 2",
        "open_count = 1",
        "reason = 'FEW_PERSONS'"
      })
  void aProtectedFigureThatCarriesAnythingStopsTheExport(String leak) throws Exception {
    leak(leak);
    ExportException refusal = refusal(What.INDICATORS, target.resolve("ut.csv"));
    assertThat(refusal.fault()).isEqualTo(Fault.REFUSED);
    assertThat(refusal).hasMessageContaining("1 skyddade värden");
    assertThat(written()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(What.class)
  void aLeakingLayerGivesNothingAtAll(What what) throws SQLException {
    leak("value = 0.5");
    assertThat(refusal(what, target.resolve("ut.csv")).fault()).isEqualTo(Fault.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO quality_account VALUES ('person', 'p.csv', '', '', 9, 8, 1, 0, 0, 'SUPPRESSED')",
        "INSERT INTO quality_finding VALUES ('DQ01', '', 'person', '', NULL, '', 2, 5, 'SUPPRESSED')",
        "INSERT INTO row_change VALUES ('person', NULL, NULL, NULL, NULL, 1, 'SUPPRESSED')",
        "INSERT INTO delivery_comparison VALUES ('person', '', '', '', 1, 1, 1, 1, 'SUPPRESSED')",
        """
        INSERT INTO figure_revision VALUES ('C03', 'MAIN', 'AS_WAS', 'UNIT', 'E1', 'MONTH',
          '2026-07-01', 'ALL', 'ALL', 'SHARE', 1, 1, 'SUPPRESSED', 'VALUE', NULL, 0.5, 'LATE')
        """
      })
  void aHiddenCountOfRowsThatIsThereStopsTheExport(String leak) throws Exception {
    change(leak);
    ExportException refusal = refusal(What.QUALITY, target.resolve("ut.csv"));
    assertThat(refusal.fault()).isEqualTo(Fault.REFUSED);
    assertThat(written()).isEmpty();
  }

  @Test
  void aLayerOfTheVersionBeforeHasFiguresButNoQuality() throws Exception {
    change(
        "DROP TABLE quality_rule; DROP TABLE quality_account; DROP TABLE quality_finding;"
            + " DROP TABLE quality_check");
    ExportException refusal = refusal(What.QUALITY, target.resolve("ut.csv"));
    assertThat(refusal.fault()).isEqualTo(Fault.MART);
    assertThat(refusal).hasMessageContainingAll("äldre version", "Gör en ny körning.");
    change("DROP TABLE delivery");
    assertThat(refusal(What.DELIVERIES, target.resolve("ut.csv")).fault()).isEqualTo(Fault.MART);
    assertThat(written()).isEmpty();
    Export.write(mart, What.INDICATORS, Format.CSV, target.resolve("ut.csv"));
    assertThat(written()).hasSize(1);
  }

  @Test
  void anEarlierFileSurvivesARefusal() throws Exception {
    Path out = Files.writeString(target.resolve("ut.csv"), "förra");
    leak("value = 0.5");
    assertThat(refusal(What.INDICATORS, out).fault()).isEqualTo(Fault.REFUSED);
    assertThat(out).hasContent("förra");
  }

  @Test
  void anEarlierFileIsReplacedAndNothingIsLeftBeside() throws IOException {
    Path out = Files.writeString(target.resolve("ut.csv"), "förra");
    Export.write(mart, What.QUALITY, Format.CSV, out);
    assertThat(out).content().startsWith("section");
    assertThat(written()).containsExactly(out);
  }

  @Test
  void aFolderIsNeverOverwritten() throws IOException {
    ExportException refusal = refusal(What.INDICATORS, target);
    assertThat(refusal.fault()).isEqualTo(Fault.OUTPUT);
    assertThat(refusal).hasMessageContaining("är en mapp");
    assertThat(written()).isEmpty();
  }

  @Test
  void anAbsentFolderIsToldInOneSentence() {
    ExportException refusal = refusal(What.INDICATORS, target.resolve("saknas/ut.csv"));
    assertThat(refusal.fault()).isEqualTo(Fault.OUTPUT);
    assertThat(refusal).hasMessageEndingWith("mappen finns inte.");
  }

  @Test
  void theLayerItselfIsNeverOverwritten() {
    assertThat(refusal(What.INDICATORS, mart).fault()).isEqualTo(Fault.OUTPUT);
    Export.write(mart, What.INDICATORS, Format.CSV, target.resolve("ut.csv"));
    assertThat(target.resolve("ut.csv")).exists();
  }

  @Test
  void anAbsentOrDamagedLayerIsToldInOneSentence() throws IOException {
    Path out = target.resolve("ut.csv");
    Files.writeString(mart, "inte en databas");
    assertThat(refusal(What.INDICATORS, out))
        .hasMessage("Lagret %s kan inte läsas.".formatted(mart));
    Files.delete(mart);
    assertThat(refusal(What.INDICATORS, out)).hasMessage("Lagret %s finns inte.".formatted(mart));
    assertThat(refusal(What.INDICATORS, out).fault()).isEqualTo(Fault.MART);
    assertThat(written()).isEmpty();
  }
}
