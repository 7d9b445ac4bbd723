package se.helhetssyn.pipelines.marks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.fault.NaturalFault;
import se.helhetssyn.datasets.fault.PlantedFault;
import se.helhetssyn.datasets.synthetic.Ledger;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;
import se.helhetssyn.pipelines.trusted.TrustedViews;

/**
 * The rules over a municipality full of faults, held against its ledger key by key. The tables hold
 * every line of their own file that can be split into its columns, each once.
 */
class HeavyMunicipalityTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

  /** Not only planted: a sound municipality has them too. */
  private static final Set<String> NATURAL =
      Set.of("DQ12", "DQ17", "DQ34", "DQ35", "DQ36", "DQ38", "DQ41");

  @TempDir static Path dir;
  @TempDir static Path sound;
  private static SmallTables tables;
  private static Ledger ledger;

  @BeforeAll
  static void deliver() throws SQLException {
    SyntheticMunicipality.write(new MunicipalityPlan(240, 10, 22, 11, UNTIL), sound, line -> {});
    MunicipalityPlan plan = new MunicipalityPlan(240, 10, 22, 11, UNTIL, FaultLevel.HEAVY);
    ledger = SyntheticMunicipality.write(plan, dir, line -> {});
    tables = SmallTables.open(dir);
    for (TableSchema table : SmallTables.CONTRACT.tables()) {
      load(table);
    }
    lose();
    tables.on(
        UNTIL,
        new DeliveredTime("deviation", null, plan.from(), UNTIL),
        new DeliveredTime("risk_assessment", null, plan.from(), UNTIL));
    for (String rule :
        MarkRules.of(SmallTables.CONTRACT).stream().map(MarkRule::id).collect(toSet())) {
      tables.hold(rule);
    }
  }

  private static void load(TableSchema table) throws SQLException {
    String texts =
        table.columns().stream().map("'%s': 'VARCHAR'"::formatted).collect(joining(", "));
    String values =
        table.fields().stream()
            .map(field ->
                "TRY_CAST(%1$s AS %2$s) AS %1$s"
                    .formatted(field.name(), TrustedViews.sqlType(field.type())))
            .collect(joining(", "));
    tables.execute(
        """
        CREATE OR REPLACE TEMP TABLE line AS
        SELECT DISTINCT *
        FROM read_csv('%s', header = TRUE, delim = ',', quote = '"', escape = '"',
          auto_detect = FALSE, ignore_errors = TRUE, columns = {%s});
        INSERT INTO %s BY NAME SELECT %s FROM line
        """
            .formatted(dir.resolve(table.name() + ".csv"), texts, table.name(), values));
  }

  @AfterAll
  static void close() throws SQLException {
    tables.close();
  }

  static Stream<String> rules() {
    return MarkRules.of(SmallTables.CONTRACT).stream()
        .map(MarkRule::id)
        .filter(rule -> rule.startsWith("DQ"))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsMarkedIsWhatWasPlantedOrCounted(String rule) throws SQLException {
    Set<String> found = marked(rule);
    Set<String> planted = planted(rule);
    assertThat(found).as("planted").containsAll(planted);
    found.removeAll(planted);
    Map<String, Long> more =
        found.stream().collect(groupingBy(key -> key.substring(0, key.indexOf('/')), counting()));
    assertThat(more).as("not planted").isEqualTo(NATURAL.contains(rule) ? natural(rule) : Map.of());
  }

  private static Set<String> marked(String rule) throws SQLException {
    List<String> keys =
        tables.texts(
            "SELECT table_name || '/' || record_key FROM mark WHERE rule = '%s'".formatted(rule));
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    return new HashSet<>(keys);
  }

  /** An action that is performed before it is planned shows in its own row and is not sought. */
  private static Set<String> planted(String rule) {
    return ledger.faults().stream()
        .filter(fault -> fault.rule().equals(rule))
        .filter(fault -> fault.file().equals(fault.table() + ".csv"))
        .filter(fault -> !fault.table().equals("preventive_action"))
        .map(fault -> fault.table() + "/" + fault.keys().stream().sorted().collect(joining("+")))
        .collect(toSet());
  }

  private static Map<String, Long> natural(String rule) {
    return ledger.byNature().stream()
        .filter(each -> each.rule().equals(rule) && each.count() > 0)
        .filter(each -> !each.found().equals("units without a row"))
        .collect(toMap(NaturalFault::table, NaturalFault::count));
  }

  /**
   * Lines that cannot be split are not in the tables, and what points at them is left alone. Where
   * a month of deviations is left out, their actions stay: they are written before them.
   */
  @Test
  void onlyWhatPointsAtALostRowPointsAtNothing() throws SQLException {
    Set<String> expected = new HashSet<>();
    for (TableSchema table : SmallTables.CONTRACT.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        expected.addAll(pointing(table, key));
      }
    }
    assertThat(marked("CT07")).isEqualTo(expected);
  }

  private static List<String> pointing(TableSchema table, ForeignKey key) throws SQLException {
    String own = String.join(" || '|' || ", table.primaryKey());
    return tables.texts(
        """
        SELECT '%1$s/' || %2$s
        FROM %1$s
        SEMI JOIN lost ON lost.table_name = '%3$s' AND lost.key = %4$s
        """
            .formatted(table.name(), own, key.table(), key.fields().getFirst()));
  }

  /** Lines that cannot be split, and the deviations of the months that are left out. */
  private static void lose() throws SQLException {
    tables.execute("CREATE TABLE lost (table_name VARCHAR, key VARCHAR)");
    for (PlantedFault fault : ledger.faults()) {
      switch (fault.rule()) {
        case "DQ20" ->
            tables.execute(
                "INSERT INTO lost VALUES ('%s', '%s')"
                    .formatted(fault.table(), fault.keys().getFirst()));
        case "DQ38" ->
            tables.execute(
                """
                INSERT INTO lost SELECT 'deviation', deviation_id FROM read_csv('%s')
                WHERE org_unit_id || '|' || strftime(reported_at, '%%Y-%%m') = '%s'
                """
                    .formatted(sound.resolve("deviation.csv"), fault.keys().getFirst()));
        default -> {}
      }
    }
  }
}
