package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.pipelines.measure.Organisation.Belonging;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** Where rows of all times count in the organisation of 2026-06-30. */
@ExtendWith(LocalSpark.class)
final class OrganisationTodayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final String[] TREE = {
    "K MUNICIPALITY - - 2020-01-01 -",
    "D DIVISION K - 2020-01-01 -",
    "S SERVICE_AREA D - 2020-01-01 -",
    "T SERVICE_AREA D - 2020-01-01 -",
    "A UNIT S HOME_CARE 2020-01-01 2024-01-01",
    "B UNIT S HOME_CARE 2020-01-01 2024-01-01",
    "C UNIT S HOME_CARE 2024-01-01 -",
    "E UNIT T HOME_CARE 2020-01-01 -",
  };

  private final SparkSession spark;

  OrganisationTodayTest(SparkSession spark) {
    this.spark = spark;
  }

  private OrganisationToday today(List<String> nodes, String... changes) {
    String[] all = Stream.concat(Stream.of(TREE), nodes.stream()).toArray(String[]::new);
    return Organisation.of(
            OrganisationRows.units(spark, all), OrganisationRows.changes(spark, changes))
        .today(TODAY);
  }

  /** The nodes that rows of a node count at, from the lowest. */
  private static List<String> nodes(OrganisationToday today, String anchor, String day) {
    LocalDate on = LocalDate.parse(day);
    return today.belongings().stream()
        .filter(b -> b.level().isOfTree())
        .filter(b -> b.anchor().equals(anchor) && !b.from().isAfter(on) && b.to().isAfter(on))
        .sorted((x, y) -> y.level().compareTo(x.level()))
        .map(Belonging::node)
        .toList();
  }

  @Test
  void withoutChangesEverythingIsAsItWas() {
    OrganisationToday today =
        Organisation.of(OrganisationRows.units(spark, TREE[0], TREE[1], TREE[2], TREE[6]))
            .today(TODAY);
    assertThat(today.regrouped()).isEmpty();
    assertThat(nodes(today, "C", "2021-01-01")).containsExactly("C", "S", "D", "K");
  }

  @Test
  void mergedUnitsCountAtTheOneThatCarriesThemOn() {
    OrganisationToday today = today(List.of(), "A C 2024-01-01 MERGE", "B C 2024-01-01 MERGE");
    for (String day : List.of("2021-01-01", "2023-12-31", "2025-01-01")) {
      assertThat(nodes(today, "A", day)).containsExactly("C", "S", "D", "K");
      assertThat(nodes(today, "B", day)).containsExactly("C", "S", "D", "K");
    }
    assertThat(nodes(today, "C", "2025-01-01")).containsExactly("C", "S", "D", "K");
    assertThat(today.regrouped()).containsExactly("A", "B", "C");
    assertThat(today.activeNodes().filter(b -> b.node().equals("C")).map(Belonging::from))
        .contains(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 1, 1));
    assertThat(today.activeNodes()).noneMatch(b -> b.node().equals("A"));
  }

  @Test
  void chainsAreFollowedToTheirEnd() {
    OrganisationToday ended =
        Organisation.of(
                OrganisationRows.units(
                    spark,
                    TREE[0],
                    TREE[1],
                    TREE[2],
                    TREE[3],
                    TREE[4],
                    "C UNIT S HOME_CARE 2024-01-01 2025-06-01",
                    "F UNIT T HOME_CARE 2025-01-01 -"),
                OrganisationRows.changes(
                    spark, "A C 2024-01-01 MERGE", "C C 2024-05-01 RENAME", "C F 2025-06-01 MERGE"))
            .today(TODAY);
    assertThat(nodes(ended, "A", "2022-01-01")).containsExactly("F", "T", "D", "K");
    assertThat(nodes(ended, "C", "2024-03-01")).containsExactly("F", "T", "D", "K");
  }

  @Test
  void aMovedUnitCountsUnderTodaysNodesAtAllTimes() {
    OrganisationToday today =
        today(
            List.of("M UNIT S HOME_CARE 2020-01-01 2025-01-01", "M UNIT T HOME_CARE 2025-01-01 -"),
            "M M 2025-01-01 MOVE");
    assertThat(nodes(today, "M", "2021-01-01")).containsExactly("M", "T", "D", "K");
    assertThat(today.regrouped()).contains("S", "T").doesNotContain("M", "D", "K");
  }

  @Test
  void aSplitUnitCountsAtTheLowestNodeThatHoldsAllItsParts() {
    String[] oneArea = {"A C 2024-01-01 SPLIT", "A G 2024-01-01 SPLIT"};
    assertThat(nodes(today(List.of("G UNIT S HOME_CARE 2024-01-01 -"), oneArea), "A", "2022-01-01"))
        .containsExactly("S", "D", "K");
    assertThat(nodes(today(List.of("G UNIT T HOME_CARE 2024-01-01 -"), oneArea), "A", "2022-01-01"))
        .containsExactly("D", "K");
    OrganisationToday goesOn = today(List.of(), "E C 2024-01-01 SPLIT");
    assertThat(nodes(goesOn, "E", "2022-01-01")).containsExactly("D", "K");
    assertThat(nodes(goesOn, "E", "2024-01-01")).containsExactly("E", "T", "D", "K");
  }

  @Test
  void aClosedUnitCountsAtTheNodeThatHeldIt() {
    assertThat(nodes(today(List.of(), "A A 2024-01-01 CLOSE"), "A", "2022-01-01"))
        .containsExactly("S", "D", "K");
    assertThat(nodes(today(List.of()), "A", "2022-01-01")).containsExactly("S", "D", "K");
  }

  @Test
  void whatHasNotHappenedYetChangesNothing() {
    OrganisationToday today = today(List.of(), "E C 2026-07-01 MERGE");
    assertThat(nodes(today, "E", "2022-01-01")).containsExactly("E", "T", "D", "K");
    assertThat(today.regrouped()).doesNotContain("E", "C", "T");
  }

  @Test
  void aUnitOfAnotherKindIsLeftOutWhenItsRowsWere() {
    OrganisationToday today =
        today(
            List.of(
                "O UNIT S OTHER 2020-01-01 2025-01-01",
                "O UNIT S HOME_CARE 2025-01-01 -",
                "P UNIT S HOME_CARE 2020-01-01 2025-01-01",
                "P UNIT S OTHER 2025-01-01 -"));
    assertThat(nodes(today, "O", "2024-12-31")).isEmpty();
    assertThat(nodes(today, "O", "2025-01-01")).containsExactly("O", "S", "D", "K");
    assertThat(nodes(today, "P", "2024-12-31")).containsExactly("S", "D", "K");
    assertThat(nodes(today, "P", "2025-01-01")).isEmpty();
  }

  @Test
  void unknownNodesAndCirclesEndAtANodeThatIsCertain() {
    OrganisationToday today =
        today(
            List.of(),
            "A B 2024-01-01 MERGE",
            "B A 2024-01-01 MERGE",
            "E NOWHERE 2024-01-01 MERGE");
    assertThat(nodes(today, "A", "2022-01-01")).containsExactly("S", "D", "K");
    assertThat(nodes(today, "B", "2022-01-01")).containsExactly("S", "D", "K");
    assertThat(nodes(today, "E", "2022-01-01")).containsExactly("E", "T", "D", "K");
  }

  @Test
  void whateverTheChangesEveryRowCountsOnceAtTheTop() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<String> ids = List.of("A", "B", "C", "E", "S", "T");
      List<String> types = List.of("MERGE", "SPLIT", "RENAME", "MOVE", "CLOSE");
      String[] changes =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  "%s %s 202%d-0%d-01 %s"
                      .formatted(
                          ids.get(random.nextInt(6)),
                          ids.get(random.nextInt(6)),
                          2 + random.nextInt(5),
                          1 + random.nextInt(3),
                          types.get(random.nextInt(5))))
              .toArray(String[]::new);
      OrganisationToday today = today(List.of(), changes);
      for (String anchor : List.of("A", "B", "C", "E", "S", "T", "D", "K")) {
        for (String day : List.of("2019-05-05", "2023-12-31", "2024-01-01", "2026-06-30")) {
          assertThat(nodes(today, anchor, day))
              .as("seed %d: %s on %s", seed, anchor, day)
              .doesNotHaveDuplicates()
              .endsWith("K");
        }
      }
    }
  }
}
