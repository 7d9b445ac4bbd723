package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class MappingReaderTest {
  /** A mapping of conferences, whole but for the columns that a case adds. */
  private static final String CONFERENCE =
      """
      source_system: X
      files: {a: a_*.csv, b: b.csv}
      tables:
        conference:
          - from: a
            columns:
              planned_start: {column: start}
              status: {constant: HELD}
      """;

  @TempDir private Path folder;

  private MappingDefinition read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("annat.yaml"), yaml);
    return MappingReader.read(file, DataPackage.load());
  }

  private static String withId(String value) {
    return CONFERENCE + "        conference_id: " + value + "\n";
  }

  @Test
  void aMappingIsReadAsItStands() throws IOException {
    MappingDefinition mapping =
        read(
            withId("{concat: [{column: no}, {constant: '|'}], otherwise: {column: id}}")
                + "name: Ett annat system\nperiod: {from: 2025-01-01, to: 2025-12-31}\n");
    assertThat(mapping.sourceSystem()).isEqualTo("X");
    assertThat(mapping.publicNonPersonal()).isFalse();
    assertThat(mapping.period())
        .isEqualTo(
            new MappingDefinition.DeliveredPeriod(
                LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
    assertThat(mapping.tables()).containsOnlyKeys("conference");
  }

  @Test
  void aListIsFoundBesideTheMapping() throws IOException {
    Path list = Files.writeString(folder.resolve("koder.csv"), "k,t\n");
    MappingDefinition mapping =
        read(
            withId("{lookup: {file: c, key: k, by: {column: id}, take: t}}")
                + "lists: {c: koder.csv}\n");
    assertThat(mapping.lists()).containsExactly(Map.entry("c", list.toAbsolutePath().toString()));
  }

  @Test
  void aNameIsEitherAFileOrAList() throws IOException {
    Files.writeString(folder.resolve("koder.csv"), "k,t\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(withId("{column: id}") + "lists: {b: koder.csv}\n"))
        .withMessageContaining("lists.b (rad 10): namnet står under både files och lists");
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    String yaml =
        """
        source_system: X
        colour: red
        files: {a: {pattern: a.csv, delimiter: ";;", encoding: klingon, header: 0, decimal: x}}
        tables:
          conference:
            - from: aa
              columns:
                conference_id: {column: id, split: {by: "-"}, pad: -1}
                planned_start: {column: start, date: [yyyyMMdd, ååå]}
                status: {column: s, labels: {HELD: [Klar, Hållen], CANCELED: klar}}
                org_unit: {column: e}
        """;
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(yaml))
        .withMessage(
            """
            Mappningen annat.yaml kan inte användas:
              - colour (rad 2): nyckeln finns inte
              - files.a.delimiter (rad 3): delimiter ska vara ett enda tecken, till exempel ";" eller "\\t"
              - files.a.encoding (rad 3): teckenkodningen är okänd; skriv till exempel utf-8 eller windows-1252
              - files.a.header (rad 3): här väntas ett heltal, minst 1
              - files.a.decimal (rad 3): decimal ska vara "," eller "."
              - tables.conference[0].from (rad 6): filen aa står inte under files eller lists; menade du a
              - tables.conference[0].columns.conference_id.split (rad 8): split ska ha by, det som står mellan delarna, och take, delens nummer
              - tables.conference[0].columns.conference_id.pad (rad 8): här väntas ett heltal, minst 1
              - tables.conference[0].columns.planned_start.date (rad 9): ååå är ingen form för datum; skriv till exempel yyyyMMdd, dd/MM/yyyy eller yyyy-MM-dd HH:mm
              - tables.conference[0].columns.status.labels.CANCELED (rad 10): CANCELED är ingen av kolumnens koder; menade du CANCELLED
              - tables.conference[0].columns.status.labels.CANCELED (rad 10): klar står redan under HELD
              - tables.conference[0].columns.org_unit (rad 11): tabellen conference har ingen sådan kolumn; menade du org_unit_id.\
            """);
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("", "filen är tom"),
        Arguments.of("- a\n- b\n", "hela filen: här väntas nycklar"),
        Arguments.of("source_system: X\n", "tables saknas"),
        Arguments.of(withId("{column: id}").replace("source_system: X\n", ""), "source_system"),
        Arguments.of("tables: {\n", "rad"),
        Arguments.of("\tname: x\n", "rad 1"),
        Arguments.of("a: &a [*a]\n", "a (rad 1): nyckeln finns inte"),
        Arguments.of("!!javax.script.ScriptEngineManager {}\n", "source_system saknas"),
        Arguments.of(
            withId("{column: id}") + "colour: red\n", "colour (rad 10): nyckeln finns inte"),
        Arguments.of(
            withId("{colum: id}"),
            "conference_id.colum (rad 9): nyckeln finns inte; menade du column"),
        Arguments.of(
            withId("[1, 2]"),
            "tables.conference[0].columns.conference_id (rad 9): här väntas nycklar"),
        Arguments.of(withId("{column: id, column: no}"), "rad 9 går inte att tolka"),
        Arguments.of(withId("{}"), "conference_id (rad 9): här ska stå ett av column, constant"),
        Arguments.of(withId("{column: id, constant: x}"), "här ska stå ett av"),
        Arguments.of(
            withId("{concat: [{}]}"), "conference_id.concat[0] (rad 9): här ska stå ett av"),
        Arguments.of(withId("{column: id, otherwise: {colum: x}}"), "conference_id.otherwise"),
        Arguments.of(
            withId("{lookup: {file: c, key: k, by: {column: id}, take: t}}"),
            "conference_id.lookup.file (rad 9): filen c står inte under files eller lists"),
        Arguments.of(
            withId("{lookup: {file: b, key: k, by: , take: t}}"),
            "conference_id.lookup (rad 9): by saknas"),
        Arguments.of(
            withId("{column: id}") + "lists: {c: ../c.csv}\n",
            "lists.c (rad 10): det är inget namn på en csv-fil"),
        Arguments.of(
            withId("{column: id}") + "lists: {c: .csv}\n",
            "lists.c (rad 10): det är inget namn på en csv-fil"),
        Arguments.of(
            withId("{column: id}") + "lists: {c: }\n", "lists.c (rad 10): här väntas en text"),
        Arguments.of(
            withId("{column: id}") + "lists: {c: c.csv}\n",
            "filen c.csv ska ligga i samma mapp som mappningen"),
        Arguments.of(
            withId("{lookup: {file: b, key: k}}"),
            "columns.conference_id.lookup (rad 9): by saknas"),
        Arguments.of(CONFERENCE, "tables.conference[0] (rad 5): conference_id måste ha ett värde"),
        Arguments.of(withId("{column: id}").replace("from: a", "from: c"), "filen c"),
        Arguments.of(
            withId("{column: id}").replace("from: a", "distinct: false"),
            "en rad utan fil (from) kan bara ha constant"),
        Arguments.of(
            withId("{column: id}").replace("conference:", "conferences:"),
            "tables.conferences (rad 5): tabellen finns inte; menade du conference"),
        Arguments.of(
            withId("{column: id}") + "        chair: {column: x}\n",
            "columns.chair (rad 10): tabellen conference har ingen sådan kolumn"),
        Arguments.of(
            withId("{column: id}") + "period: {from: 2025-13-01, to: 2025-12-31}\n",
            "period (rad 10): perioden ska ha from och to"),
        Arguments.of(withId("{column: id}") + "period: {from: 2025-01-01}\n", "period"),
        Arguments.of(
            withId("{column: id}") + "period: {from: 2025-12-31, to: 2025-01-01}\n", "period"),
        Arguments.of(
            withId("{column: id, date: 'YYYY-ww'}"),
            "conference_id.date (rad 9): YYYY-ww är ingen form för datum"),
        Arguments.of(withId("{concat: [{column: id}, ]}") + "        mode: \n", "columns.mode"),
        Arguments.of(withId("{concat: [null]}"), "conference_id"),
        Arguments.of(CONFERENCE + "  plan: [null]\n", "tables.plan[0]"),
        Arguments.of(CONFERENCE + "  plan:\n", "tables.plan"),
        Arguments.of(withId("{column: id}").replace("b: b.csv", "b: "), "files.b (rad 2)"),
        Arguments.of(withId("{column: id, date: 'yyyy-QQQQQQQQ-b'}"), "conference_id"),
        Arguments.of(withId("{column: id}").replace("a_*.csv", "'{a'"), "files.a"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aMappingThatCannotBeUsedSaysWhereAndWhy(String yaml, String part) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(yaml))
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION))
        .satisfies(r ->
            assertThat(r.getMessage())
                .startsWith("Mappningen annat.yaml kan inte användas:")
                .contains(part)
                .doesNotContain("se.helhetssyn", "java.")
                .endsWith("."));
  }
}
