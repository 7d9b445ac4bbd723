package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IndicatorCatalogueTest {
  private static final List<TableShape> TABLES =
      List.of(
          new TableShape(
              "event",
              List.of("event_id", "unit", "person_key", "happened_at", "outcome"),
              List.of("event_id"),
              Map.of("outcome", List.of("YES", "NO"))),
          new TableShape(
              "home",
              List.of("home_id", "size"),
              List.of("home_id"),
              Map.of("size", List.of("1", "2"))),
          new TableShape(
              "note", List.of("note_id", "event_id", "written_at"), List.of("note_id"), Map.of()));

  private static final String SOUND =
      """
      id: T01
      version: 1
      order: 10
      heading: Prov
      name: Prov på mått
      name_en: Test
      purpose: Visar att definitioner går att läsa.
      kind: PROCESS
      numerator: Det som räknas.
      denominator: Det som räknas av.
      unit_of_count: EVENT
      chart: LINE
      owner: Kvalitetsutvecklare
      valid_from: 2026-01-01
      history: [{version: 1, valid_from: 2026-01-01, reason: Första versionen.}]
      remarks: {within_days: Ett förslag.}
      direction: HIGHER
      protection: PERSONS
      parameters: {within_days: 14}
      maturity_days: within_days
      measures:
        - from: event
          lookups:
            - {table: home, "on": {home_id: unit}, take: {home_size: size}}
          related:
            - table: note
              "on": {event_id: event_id}
              count: {notes: written_at >= row.happened_at}
          where: outcome IS NOT NULL
          date: day(happened_at)
          unit: {AS_WAS: unit}
          person: person_key
          series:
            - code: MAIN
              name: Huvudserien
              kind: SHARE
              numerator: notes > 0 AND home_size > :within_days
              strata: {SIZE/10+: home_size >= 10}
      """;

  private static final String LATEST =
      "{table: org_unit, \"on\": {org_unit_id: unit}, order: [size], take: {home_size: size}}";

  private static IndicatorCatalogue read(String... texts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String text : texts) {
      files.put("file%d.yaml".formatted(files.size() + 1), text);
    }
    return IndicatorCatalogue.read(files, TABLES);
  }

  private static List<String> problems(String... texts) {
    return catchThrowableOfType(DefinitionException.class, () -> read(texts)).problems();
  }

  @Test
  void aSoundDefinitionIsReadWithItsText() {
    IndicatorCatalogue catalogue = read(SOUND);
    assertThat(catalogue.entries().getFirst().text()).isEqualTo(SOUND);
    IndicatorDefinition definition = catalogue.definitions().getFirst();
    assertThat(definition.id()).isEqualTo("T01");
    assertThat(definition.maturity()).isEqualTo(14);
    assertThat(definition.tables()).containsExactly("event", "home", "note");
    assertThat(definition.target()).isNull();
    assertThat(definition.series().map(SeriesDefinition::code)).containsExactly("MAIN");
  }

  @Test
  void aTableThatHasItsDaysIsNotGivenThemAgain() {
    assertThat(problems(SOUND.replace("from: event", "from: person_in_scope\n    at: PERIOD_ENDS")))
        .contains("file1.yaml: measures[0].at.reference_day finns redan.");
  }

  @Test
  void aDerivedTableAsksForTheTableItRestsOnAndTheOrganisationIsAlwaysThere() {
    String derived =
        SOUND
            .replace("from: event", "from: person_in_scope")
            .replace("{table: home, \"on\": {home_id: unit}, take: {home_size: size}}", LATEST)
            .replace("{event_id: event_id}", "{event_id: person_key}")
            .replace("row.happened_at", "row.reference_day")
            .replace("outcome IS NOT NULL", "'TRUE'")
            .replace("day(happened_at)", "reference_day");
    List<TableShape> tables = new ArrayList<>(TABLES);
    tables.add(
        new TableShape("org_unit", List.of("org_unit_id", "size"), List.of("size"), Map.of()));
    IndicatorDefinition definition =
        IndicatorCatalogue.read(Map.of("file1.yaml", derived), tables).definitions().getFirst();
    assertThat(definition.tables()).containsExactly("enrolment", "note");
  }

  @Test
  void deathsRestOnPersonsAsWellAsOnEnrolments() {
    String deaths =
        SOUND
            .replace("from: event", "from: death_in_scope")
            .replace("{home_id: unit}", "{home_id: geographical_unit}")
            .replace("{event_id: event_id}", "{event_id: person_key}")
            .replace("row.happened_at", "row.death_date")
            .replace("outcome IS NOT NULL", "'TRUE'")
            .replace("day(happened_at)", "death_date");
    assertThat(read(deaths).definitions().getFirst().tables())
        .containsExactly("enrolment", "home", "note", "person");
  }

  @Test
  void definitionsAreShownInTheirOrderAndThenById() {
    assertThat(
            read(
                    SOUND.replace("order: 10", "order: 30").replace("T01", "T02"),
                    SOUND.replace("T01", "T04"),
                    SOUND.replace("T01", "T03b"))
                .definitions())
        .extracting(IndicatorDefinition::id)
        .containsExactly("T03b", "T04", "T02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: T01 | id: konst | id ska likna C03.",
        "id: T01 | direction2: x | direction2",
        "version: 1 | version: 0 | version ska vara minst 1.",
        "heading: Prov | heading: ' ' | heading saknas.",
        "name_en: Test | name_en: | name_en saknas.",
        "direction: HIGHER | direction: | direction saknas.",
        "direction: HIGHER | direction: SIDEWAYS | direction",
        "protection: PERSONS | protection: | protection saknas.",
        "maturity_days: within_days | maturity_days: later | maturity_days är okänd.",
        "within_days: 14 | within_days: fourteen | within_days",
        "from: event | from: events | measures[0].from.table okänd tabell events.",
        "from: event | where: TRUE | measures",
        "day(happened_at) | day(happend_at) | measures[0].date.happend_at är en okänd kolumn.",
        "day(happened_at) | row.happened_at | measures[0].date.happened_at är en okänd kolumn.",
        "date: day(happened_at) | | measures[0].date saknas.",
        "outcome IS NOT NULL | outcome IS | measures",
        "outcome IS NOT NULL | rand() > 1 | rand()",
        "outcome IS NOT NULL | (SELECT 1) = 1 | SELECT",
        "AS_WAS: unit | AS_IS: unit | measures[0].unit saknar AS_WAS.",
        "AS_WAS: unit | AS_WAS: unit, THEN: unit | measures[0].unit har en okänd tillhörighet.",
        "person: person_key | person: person | measures[0].person.person är en okänd kolumn.",
        "code: MAIN | code: main | measures[0].series.main.code ska vara versaler.",
        "code: MAIN | code: OTHER | measures ska börja med serien MAIN.",
        "kind: SHARE | kind: MEAN | kind",
        "name: Huvudserien | closed: true | measures[0].series.MAIN.closed hör till DAYS.",
        "name: Huvudserien | distinct: true | measures[0].series.MAIN.distinct hör till COUNT.",
        "kind: PROCESS | kind: | kind saknas.",
        "unit_of_count: EVENT | | unit_of_count saknas.",
        "owner: Kvalitetsutvecklare | | owner saknas.",
        "[{version: 1, | [{version: 2, | history ska sluta med denna version.",
        "owner: Kvalitetsutvecklare | valid_to: 2025-01-01 | valid_to ska ligga efter valid_from.",
        "remarks: {within_days | remarks: {days | remarks ska säga något om varje parameter och inget annat.",
        "kind: SHARE | kind: DAYS | measures[0].series.MAIN.days hör till DAYS, MONTHS och SCORE.",
        "name: Huvudserien | days: '3' | measures[0].series.MAIN.days hör till DAYS, MONTHS och SCORE.",
        "> :within_days | > :within_day | measures[0].series.MAIN.:within_day är ingen parameter.",
        "name: Huvudserien | maturity_days: later | measures[0].series.MAIN.maturity_days är okänd.",
        "name: Huvudserien | unknown: lost | measures[0].series.MAIN.lost är en okänd kolumn.",
        "SIZE/10+ | SIZE | measures[0].series.MAIN.strata SIZE ska vara X/Y.",
        "home_id: unit | size: unit | measures[0].lookups.home.on ska vara tabellens nyckel, om inte order",
        "home_id: unit | home_id: units | measures[0].lookups.home.on okänd kolumn units.",
        "home_size: size | unit: size | measures[0].lookups.home.unit finns redan.",
        "home_size: size | Home_size: size | measures[0].lookups.home.Home_size ska vara gemener.",
        "table: home | table: homes | measures[0].lookups.homes.table okänd tabell homes.",
        "{event_id: event_id} | {} | measures[0].related.note.on saknas.",
        "row.happened_at | row.written_at | measures[0].related.note.written_at är en okänd kolumn.",
        "row.happened_at | happened_at | measures[0].related.note.happened_at är en okänd kolumn.",
        "notes: written_at | outcome: written_at | measures[0].related.note.outcome finns redan.",
        "count: {notes | sum: {outcome | measures[0].related.note.outcome finns redan.",
        "count: {notes | sum: {Notes | measures[0].related.note.Notes ska vara gemener.",
        "count: {notes: written_at >= row.happened_at} | count: {} | related.note.count sum, min, max eller latest saknas.",
        "count: {notes: written_at >= row.happened_at} | where: lost | measures[0].related.note.where.lost är en okänd kolumn.",
        "count: {notes: written_at >= row.happened_at} | where: row.lost | related.note.where.lost är en okänd kolumn.",
        "count: {notes: written_at >= row.happened_at} | scope: {day: lost} | related.note.scope.person saknas.",
        "count: {notes: written_at >= row.happened_at} | scope: {day: lost} | related.note.scope.lost är en okänd kolumn.",
        "home_size: size | home_size: | measures[0].lookups.home.home_size saknas.",
        "notes: written_at >= row.happened_at | notes: | measures[0].related.note.notes saknas.",
        "AS_WAS: unit | AS_WAS: | measures[0].unit.AS_WAS saknas.",
        "10+: home_size >= 10 | 10+: | measures[0].series.MAIN.SIZE/10+ saknas.",
        "take: {home_size: size} | take: {} | measures[0].lookups.home.take saknas.",
        "take: {home_size: size} | take: {home_size: row.unit} | lookups.home.unit är en okänd kolumn.",
        "take: {home | order: [lost], take: {home | lookups.home.order.lost är en okänd kolumn.",
        "take: {home | where: row.size > 1, take: {home | lookups.home.where.size är en okänd kolumn.",
        "strata: {SIZE/10+: home_size >= 10} | by: {Size: home_size} | MAIN.by.Size ska vara versaler.",
        "strata: {SIZE/10+: home_size >= 10} | by: {UNIT: unit} | MAIN.by.unit är ingen kolumn med kodlista.",
        "strata: {SIZE/10+: home_size >= 10} | by: {UNIT: lost} | MAIN.by.lost är ingen kolumn med kodlista.",
        "name: Huvudserien | by: {SIZE: home_size} | by.SIZE finns redan bland strata.",
      })
  void whatIsWrongIsToldWithFileAndKey(String sound, String wrong, String problem) {
    String text = SOUND.replace(sound, wrong == null ? "" : wrong);
    assertThat(text).isNotEqualTo(SOUND);
    assertThat(problems(text))
        .allMatch(p -> p.startsWith("file1.yaml: "))
        .anyMatch(p -> p.contains(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "---\n", "null", "[]", "id: [", "a: &a [*a]", "id: T01\nid: T02\n"})
  void aTextThatIsNoDefinitionIsToldWithItsFile(String text) {
    assertThat(problems(text)).hasSize(1).allMatch(p -> p.startsWith("file1.yaml: "));
  }

  @Test
  void everyProblemOfEveryFileIsToldAtOnce() {
    assertThat(
            problems(
                SOUND.replace("version: 1", "version: 0").replace("name: Huvudserien", "name:"),
                "id: [",
                SOUND))
        .hasSize(4)
        .anyMatch(p -> p.equals("file1.yaml: version ska vara minst 1."))
        .anyMatch(p -> p.equals("file1.yaml: measures[0].series.MAIN.name saknas."))
        .anyMatch(p -> p.startsWith("file2.yaml: "))
        .anyMatch(p -> p.equals("file3.yaml: id finns redan i en annan fil."));
  }

  @Test
  void twoSeriesOfOneCodeAreRefused() {
    String twice = SOUND + "      - {code: MAIN, name: Igen, kind: COUNT, numerator: notes > 1}\n";
    assertThat(problems(twice))
        .containsExactly("file1.yaml: measures[0].series.MAIN.code finns två gånger.");
  }

  @Test
  void aLocalParameterTakesThePlaceOfTheDefault() {
    IndicatorCatalogue catalogue = read(SOUND);
    IndicatorDefinition local =
        catalogue.with(Map.of("T01", Map.of("within_days", 30))).definitions().getFirst();
    assertThat(local.parameters()).containsExactly(Map.entry("within_days", 30));
    assertThat(local.maturity()).isEqualTo(30);
    assertThat(catalogue.definitions().getFirst().maturity()).isEqualTo(14);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3660})
  void aLocalParameterMayReachItsLimits(int days) {
    Map<String, Map<String, Integer>> local = Map.of("T01", Map.of("within_days", days));
    assertThat(read(SOUND).with(local).definitions().getFirst().maturity()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "T01, within_days, -1, 'T01.within_days ska ligga mellan 0 och 3660'",
    "T01, within_days, 3661, 'T01.within_days ska ligga mellan 0 och 3660'",
    "T01, days, 3, 'T01.days finns inte i definitionerna'",
    "T02, within_days, 3, 'T02.within_days finns inte i definitionerna'",
  })
  void aLocalParameterThatCannotBeUsedIsTold(String id, String name, int value, String problem) {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> read(SOUND).with(Map.of(id, Map.of(name, value))))
        .withMessageContaining(problem);
  }

  @Test
  void everyWrongLocalParameterIsToldAtOnce() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(
            () -> read(SOUND).with(Map.of("T01", Map.of("a", 1, "b", 2), "T09", Map.of("c", 3))))
        .satisfies(e -> assertThat(e.problems()).hasSize(3));
  }
}
