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
        .withMessageContaining("b står under både files och lists");
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("", "den är tom"),
        Arguments.of("- a\n- b\n", "annan form"),
        Arguments.of("source_system: X\n", "tables saknas"),
        Arguments.of(withId("{column: id}").replace("source_system: X\n", ""), "source_system"),
        Arguments.of("tables: {\n", "rad"),
        Arguments.of("\tname: x\n", "rad 1"),
        Arguments.of("a: &a [*a]\n", "nyckeln a finns inte"),
        Arguments.of("!!javax.script.ScriptEngineManager {}\n", "source_system saknas"),
        Arguments.of(withId("{column: id}") + "colour: red\n", "nyckeln colour finns inte (rad"),
        Arguments.of(withId("{colum: id}"), "conference_id.colum finns inte (rad"),
        Arguments.of(withId("[1, 2]"), "conference_id går inte att använda (rad"),
        Arguments.of(withId("{column: id, column: no}"), "tables.conference.[0].columns"),
        Arguments.of(withId("{}"), "conference.conference_id ska ha ett av column, constant"),
        Arguments.of(withId("{column: id, constant: x}"), "conference.conference_id ska ha ett av"),
        Arguments.of(withId("{concat: [{}]}"), "conference.conference_id.concat ska ha ett av"),
        Arguments.of(
            withId("{column: id, otherwise: {}}"), "conference.conference_id.otherwise ska ha"),
        Arguments.of(
            withId("{lookup: {file: c, key: k, by: {column: id}, take: t}}"),
            "conference.conference_id hänvisar till filen c, som inte står under files eller lists"),
        Arguments.of(
            withId("{lookup: {file: b, key: k, by: {}, take: t}}"),
            "conference.conference_id.lookup.by ska ha ett av"),
        Arguments.of(withId("{lookup: {file: b, key: k, by: id, take: t}}"), "lookup.by"),
        Arguments.of(withId("{column: id}") + "lists: {c: ../c.csv}\n", "lists.c är inget namn"),
        Arguments.of(withId("{column: id}") + "lists: {c: .csv}\n", "lists.c är inget namn"),
        Arguments.of(withId("{column: id}") + "lists: {c: }\n", "annan form"),
        Arguments.of(
            withId("{column: id}") + "lists: {c: c.csv}\n",
            "filen c.csv ska ligga i samma mapp som mappningen"),
        Arguments.of(withId("{lookup: {file: b, key: k}}"), "columns.conference_id.lookup"),
        Arguments.of(CONFERENCE, "conference.conference_id måste ha ett värde"),
        Arguments.of(withId("{column: id}").replace("from: a", "from: c"), "filen c"),
        Arguments.of(
            withId("{column: id}").replace("from: a", "distinct: false"),
            "kan bara vara constant i en rad utan fil"),
        Arguments.of(
            withId("{column: id}").replace("conference:", "conferences:"),
            "tabellen conferences finns inte"),
        Arguments.of(
            withId("{column: id}") + "        chair: {column: x}\n",
            "tabellen conference har ingen kolumn chair"),
        Arguments.of(
            withId("{column: id}") + "period: {from: 2025-13-01, to: 2025-12-31}\n", "period.from"),
        Arguments.of(withId("{column: id}") + "period: {from: 2025-01-01}\n", "period"),
        Arguments.of(
            withId("{column: id}") + "period: {from: 2025-12-31, to: 2025-01-01}\n", "period"),
        Arguments.of(withId("{column: id, date: 'YYYY-ww'}"), "conference_id.date"),
        Arguments.of(withId("{concat: [{column: id}, ]}") + "        status: \n", "columns"),
        Arguments.of(withId("{concat: [null]}"), "conference_id"),
        Arguments.of(CONFERENCE + "    plan: [null]\n", "tables"),
        Arguments.of(CONFERENCE + "    plan:\n", "tables"),
        Arguments.of(withId("{column: id}").replace("b: b.csv", "b: "), "annan form"),
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
                .startsWith("Mappningen annat.yaml kan inte användas: ")
                .contains(part)
                .doesNotContain("se.helhetssyn", "java.")
                .hasLineCount(1)
                .endsWith("."));
  }
}
