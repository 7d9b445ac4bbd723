package se.helhetssyn.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;

class SyntheticMunicipalityTest {
  /** Rules that life breaks too: what is registered late, and what is told in the journal only. */
  private static final Set<String> NATURAL = Set.of("DQ04", "DQ27", "DQ42");

  private static final LocalDate UNTIL = OrdinaryMunicipality.UNTIL;
  private static final List<TableSchema> TABLES = DataPackage.load().tables();

  private static final Path dir = OrdinaryMunicipality.DIR;
  private static final Ledger ledger = OrdinaryMunicipality.LEDGER;
  private static final Deliveries deliveries = OrdinaryMunicipality.DELIVERIES;

  @Test
  void everyTableHasRowsButThePublishedFiguresAndWhatIsWrittenInTheDashboards() {
    assertThat(ledger.rows())
        .allSatisfy((table, rows) ->
            assertThat(rows == 0)
                .as(table)
                .isEqualTo(Set.of("reference_figure", "quarterly_review").contains(table)));
  }

  @Test
  void everyRowKeepsTheContract() throws SQLException {
    var faults = new ArrayList<String>();
    for (TableSchema table : TABLES) {
      for (String fault : faultConditions(table)) {
        long rows = deliveries.rows(table.name(), fault);
        if (rows > 0) {
          faults.add(rows + " rows of " + table.name() + " where " + fault);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theContractsConditionsAreNotBlind() throws SQLException {
    TableSchema deviation = DataPackage.load().require("deviation");
    RowRule closedEarly = deviation.flags().getFirst();
    deliveries.execute("CREATE TABLE spoiled AS SELECT * FROM deviation LIMIT 3");
    deliveries.execute("UPDATE spoiled SET closed_at = DATE '2001-01-01'");
    assertThat(deliveries.rows("spoiled", broken(closedEarly))).isEqualTo(3);
  }

  @Test
  void aMissingValueBreaksNoRuleOfItsRow() throws SQLException {
    for (TableSchema table : TABLES) {
      String empty = "empty_" + table.name();
      deliveries.execute(
          "CREATE TABLE " + empty + " AS SELECT * FROM " + table.name() + " LIMIT 0");
      deliveries.execute("INSERT INTO " + empty + " DEFAULT VALUES");
      for (RowRule rule : Stream.concat(table.rules().stream(), table.flags().stream()).toList()) {
        assertThat(deliveries.rows(empty, broken(rule))).as(rule.code()).isZero();
      }
    }
  }

  @Test
  void keysAreUnique() throws SQLException {
    for (TableSchema table : TABLES) {
      String key = String.join(", ", table.primaryKey());
      String groups = "(SELECT " + key + " FROM " + table.name() + " GROUP BY " + key + ")";
      assertThat(deliveries.rows(groups, "TRUE"))
          .as(table.name())
          .isEqualTo(deliveries.rows(table.name(), "TRUE"));
    }
    assertThat(
            deliveries.rows(
                "(SELECT DISTINCT conference_id, person_key FROM conference_case)", "TRUE"))
        .isEqualTo(deliveries.rows("conference_case", "TRUE"));
  }

  @Test
  void noOneIsAtTwoUnitsInTheSameKindOfCare() throws SQLException {
    String overlap =
        """
        enrolment a JOIN enrolment b ON a.person_key = b.person_key
          AND a.enrolment_id < b.enrolment_id
          AND a.start_date < COALESCE(b.end_date, DATE '9999-01-01')
          AND b.start_date < COALESCE(a.end_date, DATE '9999-01-01')
        """;
    assertThat(deliveries.rows(overlap, "a.law = b.law")).isZero();
    assertThat(deliveries.rows(overlap, "a.law <> b.law")).isPositive();
    assertThat(
            deliveries.rows(
                overlap, "a.enrolment_type = 'RESIDENTIAL' OR b.enrolment_type = 'RESIDENTIAL'"))
        .isZero();
  }

  @Test
  void aDeathEndsTheEnrolment() throws SQLException {
    String deaths = "person p JOIN enrolment e ON p.person_key = e.person_key";
    assertThat(deliveries.rows(deaths, "e.end_reason = 'DECEASED'")).isPositive();
    assertThat(deliveries.rows(deaths, "e.end_reason = 'DECEASED' AND e.end_date <> p.death_date"))
        .isZero();
    assertThat(
            deliveries.rows(
                deaths,
                "p.death_date IS NOT NULL AND COALESCE(e.end_date, DATE '9999-01-01') > p.death_date"))
        .isZero();
  }

  @Test
  void theManifestTellsWhatIsDelivered() throws IOException, SQLException {
    assertThat(ledger.rows()).hasSize(TABLES.size() - 1);
    for (var table : ledger.rows().entrySet()) {
      Path file = dir.resolve(table.getKey() + ".csv");
      assertThat(deliveries.rows(table.getKey(), "TRUE")).isEqualTo(table.getValue());
      assertThat(
              deliveries.rows(
                  "extract_manifest",
                  "table_name = '%s' AND row_count = %d AND file_sha256 = '%s'"
                      .formatted(table.getKey(), table.getValue(), sha256(file))))
          .as(table.getKey())
          .isOne();
    }
  }

  @Test
  void theLedgerLiesBesideTheFiles() throws IOException {
    var json = JsonMapper.builder().build().readTree(dir.resolve("ledger.json").toFile());
    assertThat(json.at("/plan/until").asText()).isEqualTo("2026-10-31");
    assertThat(json.at("/from").asText()).isEqualTo("2023-11-01");
    assertThat(json.at("/rows/person").asLong()).isEqualTo(ledger.rows().get("person"));
    assertThat(json.at("/stories").findValuesAsText("story"))
        .startsWith("IMPROVEMENT", "WORSENING", "OUTBREAK");
    assertThat(OrdinaryMunicipality.PROGRESS).hasSize(43);
  }

  @Test
  void aboutAsManyAreInCareAllTheTime() throws SQLException {
    for (LocalDate day = LocalDate.of(2023, 11, 30); day.isBefore(UNTIL); day = day.plusMonths(6)) {
      String present =
          "(SELECT DISTINCT person_key FROM enrolment WHERE start_date <= DATE '%s' AND COALESCE(end_date, DATE '9999-01-01') > DATE '%s')"
              .formatted(day, day);
      assertThat(deliveries.rows(present, "TRUE")).as(day.toString()).isBetween(1_100L, 1_300L);
    }
  }

  @Test
  void theSamePlanGivesTheSameBytes(@TempDir Path other) throws IOException {
    var small = new MunicipalityPlan(60, 5, 8, 7, UNTIL);
    SyntheticMunicipality.write(small, other.resolve("a"), line -> {});
    SyntheticMunicipality.write(small, other.resolve("b"), line -> {});
    SyntheticMunicipality.write(
        new MunicipalityPlan(60, 5, 8, 8, UNTIL), other.resolve("c"), line -> {});
    for (TableSchema table : TABLES) {
      String file = table.name() + ".csv";
      assertThat(other.resolve("b").resolve(file))
          .hasSameBinaryContentAs(other.resolve("a").resolve(file));
    }
    for (String table : List.of("deviation", "preventive_action", "quality_register_entry")) {
      assertThat(sha256(other.resolve("c").resolve(table + ".csv")))
          .as(table)
          .isNotEqualTo(sha256(other.resolve("a").resolve(table + ".csv")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 11, 13, 40})
  void anyNumberOfUnitsGetsAWholeOrganisation(int units, @TempDir Path other) throws SQLException {
    SyntheticMunicipality.write(
        new MunicipalityPlan(80, units, 6, units, UNTIL), other, line -> {});
    try (var small = Deliveries.read(other)) {
      String ids = "(SELECT DISTINCT org_unit_id FROM org_unit WHERE level = 'UNIT')";
      assertThat(small.rows(ids, "TRUE"))
          .isEqualTo(
              units
                  + 1
                  + small.rows(
                      "(SELECT DISTINCT successor_id FROM org_succession WHERE change_type = 'MERGE')",
                      "TRUE"));
      assertThat(small.rows("(SELECT DISTINCT name FROM org_unit)", "TRUE"))
          .isEqualTo(small.rows("org_unit", "TRUE"));
      for (TableSchema table : TABLES) {
        for (String fault : faultConditions(table)) {
          assertThat(small.rows(table.name(), fault)).as(fault).isZero();
        }
      }
    }
  }

  private static List<String> faultConditions(TableSchema table) {
    var faults = new ArrayList<String>();
    table.fields().forEach(field -> faults.addAll(faultConditions(field)));
    table.rules().forEach(rule -> faults.add(broken(rule)));
    table.flags().stream()
        .filter(flag -> !NATURAL.contains(flag.rule()))
        .forEach(flag -> faults.add(broken(flag)));
    table
        .eventDates()
        .forEach(date -> faults.add("CAST(" + date + " AS DATE) > DATE '" + UNTIL + "'"));
    table.foreignKeys().forEach(key -> faults.add(dangling(key)));
    return faults;
  }

  private static List<String> faultConditions(FieldSchema field) {
    String column = '"' + field.name() + '"';
    var faults = new ArrayList<String>();
    if (field.required()) {
      faults.add(column + " IS NULL");
    }
    if (field.minimum() != null) {
      faults.add(column + " < " + field.minimum());
    }
    if (field.maximum() != null) {
      faults.add(column + " > " + field.maximum());
    }
    if (field.pattern() != null) {
      faults.add("NOT REGEXP_LIKE(" + column + ", '^(" + field.pattern() + ")$')");
    }
    if (!field.codes().isEmpty() && field.type() == FieldType.STRING) {
      faults.add(
          field.codes().stream().collect(Collectors.joining("', '", column + " NOT IN ('", "')")));
    }
    return faults;
  }

  private static String broken(RowRule rule) {
    return "COALESCE(" + rule.condition() + ", FALSE) = FALSE";
  }

  private static String dangling(ForeignKey key) {
    String column = '"' + key.fields().getFirst() + '"';
    return "%s IS NOT NULL AND %s NOT IN (SELECT %s FROM %s)"
        .formatted(column, column, key.targetFields().getFirst(), key.table());
  }

  private static String sha256(Path file) throws IOException {
    return HexFormat.of().formatHex(Sha256.digest().digest(Files.readAllBytes(file)));
  }
}
