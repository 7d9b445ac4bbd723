package se.helhetssyn.pipelines.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class InboxTest {
  private static final List<Map<String, String>> UNITS =
      List.of(
          unit("K", "MUNICIPALITY", "", "2020-01-01"),
          unit("D", "DIVISION", "K", "2020-01-01"),
          unit("S", "SERVICE_AREA", "D", "2020-01-01"),
          unit("T", "SERVICE_AREA", "D", "2020-01-01"),
          unit("A", "UNIT", "S", "2020-01-01"),
          unit("B", "UNIT", "S", "2021-01-01"),
          unit("C", "UNIT", "T", "2020-01-01"));

  @TempDir private Path store;
  private Path folder = Path.of("");

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectories(store.resolve("inbox"));
  }

  private static Map<String, String> unit(String id, String level, String parent, String from) {
    return Map.of(
        "org_unit_id",
        id,
        "unit_code",
        "kod " + id,
        "name",
        "Enhet " + id,
        "level",
        level,
        "parent_id",
        parent,
        "unit_type",
        level.equals("UNIT") ? "HOME_CARE" : "",
        "provider_form",
        "OWN",
        "places",
        "12",
        "valid_from",
        from);
  }

  private Inbox inbox() {
    return Inbox.read(new StoreLayout(store));
  }

  private void decide(int number, String... changes) throws IOException {
    Files.writeString(
        folder.resolve("organisation-%d.yaml".formatted(number)),
        """
        decided_at: 2025-10-01
        decided_by: förvaltningschef
        reason: Ny organisation
        changes:
          - {%s}
        """
            .formatted(String.join("}\n  - {", changes)));
  }

  /** Rows of a table, as the columns' values. */
  private static List<String> rows(InboxRows rows, String table, String... columns) {
    return rows.tables().getOrDefault(table, List.of()).stream()
        .map(row -> {
          List<String> values = new ArrayList<>();
          for (String column : columns) {
            values.add(row.getOrDefault(column, "-"));
          }
          return String.join(" ", values);
        })
        .toList();
  }

  private static List<String> units(InboxRows rows) {
    return rows(rows, "org_unit", "org_unit_id", "valid_from", "valid_to", "parent_id");
  }

  private static List<String> successions(InboxRows rows) {
    return rows(
        rows, "org_succession", "predecessor_id", "successor_id", "change_date", "change_type");
  }

  @Test
  void withoutAnInboxNothingIsDecided() throws IOException {
    Files.delete(folder);
    assertThat(inbox().settings()).isEmpty();
    assertThat(inbox().hasRows()).isFalse();
    assertThat(inbox().rows(UNITS).tables()).isEmpty();
  }

  @Test
  void onlyWholeNamesAreRead() throws IOException {
    for (String name :
        List.of("settings-2.yaml", "settings-10.yaml", "settings-3.yaml.tmp", "brev.txt")) {
      Files.writeString(folder.resolve(name), "x");
    }
    assertThat(inbox().settings()).extracting(InboxFile::number).containsExactly(2, 10);
    assertThat(inbox().notes()).singleElement().asString().contains("brev.txt");
  }

  @Test
  void aMergerEndsTheUnitsAndOpensTheOneThatCarriesThemOn() throws IOException {
    decide(1, "type: MERGE, date: 2025-11-01, units: [A, B], into: [{id: N, name: Norr}]");
    InboxRows rows = inbox().rows(UNITS);
    assertThat(rows.notes()).isEmpty();
    assertThat(units(rows))
        .containsExactly(
            "A 2020-01-01 2025-11-01 S", "B 2021-01-01 2025-11-01 S", "N 2025-11-01 - S");
    assertThat(rows(rows, "org_unit", "name", "unit_code", "unit_type", "places").getLast())
        .isEqualTo("Norr N HOME_CARE -");
    assertThat(successions(rows)).containsExactly("A N 2025-11-01 MERGE", "B N 2025-11-01 MERGE");
  }

  @Test
  void aUnitMayTakeOverAnother() throws IOException {
    decide(1, "type: MERGE, date: 2025-11-01, units: [A, B], into: [{id: B}]");
    InboxRows rows = inbox().rows(UNITS);
    assertThat(units(rows)).containsExactly("A 2020-01-01 2025-11-01 S");
    assertThat(successions(rows)).containsExactly("A B 2025-11-01 MERGE");
  }

  @Test
  void aSplitUnitMayGoOn() throws IOException {
    decide(
        1,
        "type: SPLIT, date: 2025-11-01, units: [A], into: [{id: A}, {id: A2, name: Två, parent: T}]",
        "type: SPLIT, date: 2025-11-01, units: [B], into: [{id: B1, name: Ett}, {id: B2, name: Två}]");
    InboxRows rows = inbox().rows(UNITS);
    assertThat(rows.notes()).isEmpty();
    assertThat(units(rows))
        .containsExactly(
            "A2 2025-11-01 - T",
            "B 2021-01-01 2025-11-01 S",
            "B1 2025-11-01 - S",
            "B2 2025-11-01 - S");
    assertThat(successions(rows))
        .containsExactly(
            "A A 2025-11-01 SPLIT",
            "A A2 2025-11-01 SPLIT",
            "B B1 2025-11-01 SPLIT",
            "B B2 2025-11-01 SPLIT");
  }

  @Test
  void aNewNameAndANewPlaceHoldFromTheirDay() throws IOException {
    decide(
        1,
        "type: RENAME, date: 2025-02-01, units: [A], name: Ny",
        "type: MOVE, date: 2025-11-01, units: [A], parent: T",
        "type: CLOSE, date: 2025-12-01, units: [C]");
    InboxRows rows = inbox().rows(UNITS);
    assertThat(rows(rows, "org_unit", "org_unit_id", "valid_from", "name", "parent_id", "valid_to"))
        .containsExactly(
            "A 2020-01-01 Enhet A S 2025-02-01",
            "A 2025-02-01 Ny S 2025-11-01",
            "A 2025-11-01 Ny T -",
            "C 2020-01-01 Enhet C T 2025-12-01");
    assertThat(successions(rows))
        .containsExactly("A A 2025-02-01 RENAME", "A A 2025-11-01 MOVE", "C C 2025-12-01 CLOSE");
  }

  @Test
  void theSameInboxTwiceChangesNothing() throws IOException {
    decide(
        1,
        "type: RENAME, date: 2025-02-01, units: [A], name: Ny",
        "type: MERGE, date: 2025-11-01, units: [A, B], into: [{id: N, name: Norr}]");
    decide(2, "type: SPLIT, date: 2025-12-01, units: [N], into: [{id: N}, {id: O, name: O}]");
    InboxRows once = inbox().rows(UNITS);
    Map<String, Map<String, String>> all = new TreeMap<>();
    UNITS.forEach(row -> all.put(row.get("org_unit_id") + row.get("valid_from"), row));
    once.tables()
        .getOrDefault("org_unit", List.of())
        .forEach(row -> all.put(row.get("org_unit_id") + row.get("valid_from"), row));
    InboxRows twice = inbox().rows(all.values());
    assertThat(twice.notes()).isEmpty();
    assertThat(twice.tables()).isEqualTo(once.tables());
    assertThat(units(once)).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: CLOSE, date: 2025-11-01, units: [X] | X finns inte i organisationen
          type: CLOSE, date: 2019-11-01, units: [A] | A har uppgifter som börjar gälla 2019-11-01
          type: CLOSE, date: 2025-11-01, units: [S] | A ligger under S, som upphör
          type: RENAME, date: 2019-11-01, units: [B], name: Ny | B finns först från 2021-01-01
          type: MOVE, date: 2025-11-01, units: [A], parent: B | B ligger inte över A
          type: MOVE, date: 2025-11-01, units: [S], parent: S | S ligger inte över S
          type: MOVE, date: 2025-11-01, units: [A], parent: X | X finns inte
          type: MERGE, date: 2025-11-01, units: [A], into: [{id: A}] | A kan inte gå upp i sig själv
          type: MERGE, date: 2025-11-01, units: [A], into: [{id: T}] | inte på samma nivå
          type: MERGE, date: 2025-11-01, units: [A], into: [{id: N}] | den nya enheten N saknar namn
          """)
  void anImpossibleDecisionIsLeftOutWhole(String change, String why) throws IOException {
    decide(1, "type: RENAME, date: 2025-02-01, units: [C], name: Ny", change);
    decide(2, "type: CLOSE, date: 2025-12-01, units: [C]");
    InboxRows rows = inbox().rows(UNITS);
    assertThat(rows.notes())
        .singleElement()
        .asString()
        .startsWith("Inkorgens fil organisation-1.yaml följs inte: ")
        .contains(why)
        .endsWith(".");
    assertThat(units(rows)).containsExactly("C 2020-01-01 2025-12-01 T");
  }

  @Test
  void aCircleIsImpossible() throws IOException {
    decide(
        1,
        "type: MERGE, date: 2025-11-01, units: [A], into: [{id: B}]",
        "type: MERGE, date: 2025-11-01, units: [B], into: [{id: A}]");
    assertThat(inbox().rows(UNITS).notes()).singleElement().asString().contains("A upphörde");
    assertThat(inbox().rows(UNITS).tables()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: CLOSE, units: [A] | changes[0]: date ska vara en dag
          type: CLOSE, date: 2025-11-01, units: [A, B] | units ska vara en enda
          type: MERGE, date: 2025-11-01, units: [A] | into ska vara
          type: RENAME, date: 2025-11-01, units: [A] | name hör till RENAME
          type: MOVE, date: 2025-11-01, units: [A], name: N | parent hör till MOVE
          type: GROW, date: 2025-11-01, units: [A] | changes.[0].type
          kind: CLOSE | changes.[0].kind
          """)
  void aFileThatCanNeverBeFollowedIsRefused(String change, String why) throws IOException {
    decide(1, change);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> inbox().rows(UNITS))
        .withMessageContaining("organisation-1.yaml")
        .withMessageContaining(why)
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }

  @Test
  void theLaterOfTwoRowsOfAKeyCounts() throws IOException {
    String header = "org_unit_id,quarter_start,compiled_at,reviewed_at\n";
    Files.writeString(
        folder.resolve("quarterly_review-10.csv"), header + "A,2025-01-01,,2025-05-20\n");
    Files.writeString(
        folder.resolve("quarterly_review-9.csv"),
        header + "A,2025-01-01,,2025-05-02\nB,2025-01-01,2025-04-20,2025-05-02\n");
    assertThat(rows(inbox().rows(UNITS), "quarterly_review", "org_unit_id", "reviewed_at"))
        .containsExactly("A 2025-05-20", "B 2025-05-02");
  }

  @Test
  void rowsOfAnotherTableAreRefused() throws IOException {
    Files.writeString(folder.resolve("quarterly_review-1.csv"), "org_unit_id,person_key\nA,p\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> inbox().rows(UNITS))
        .withMessageContaining("quarterly_review-1.csv")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }
}
