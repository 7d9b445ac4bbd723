package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.spark.LocalSpark;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OrganisationTest {
  private final SparkSession spark;

  OrganisationTest(SparkSession spark) {
    this.spark = spark;
  }

  private Organisation tree(String... nodes) {
    return Organisation.of(OrganisationRows.units(spark, nodes));
  }

  private static List<String> nodes(Organisation organisation, String anchor, String day) {
    LocalDate on = LocalDate.parse(day);
    return organisation.belongings().stream()
        .filter(b -> b.level().isOfTree())
        .filter(b -> b.anchor().equals(anchor) && !b.from().isAfter(on) && b.to().isAfter(on))
        .map(Organisation.Belonging::node)
        .sorted()
        .toList();
  }

  private static final String K = "K MUNICIPALITY - - 2020-01-01 -";
  private static final String D1 = "D1 DIVISION K - 2020-01-01 -";
  private static final String D2 = "D2 DIVISION K - 2020-01-01 -";

  @Test
  void aUnitBelongsToEveryNodeAboveIt() {
    Organisation organisation =
        tree(K, D1, "S SERVICE_AREA D1 - 2020-01-01 -", "U UNIT S RESIDENTIAL_CARE 2020-01-01 -");
    assertThat(nodes(organisation, "U", "2026-01-01")).containsExactly("D1", "K", "S", "U");
    assertThat(nodes(organisation, "S", "2026-01-01")).containsExactly("D1", "K", "S");
    assertThat(nodes(organisation, "K", "2026-01-01")).containsExactly("K");
    assertThat(nodes(organisation, "X", "2026-01-01")).isEmpty();
  }

  @Test
  void aUnitBelongsToThoseThatAreLikeItForAsLongAsItIs() {
    Organisation organisation =
        tree(
            K,
            D1,
            "U UNIT D1 HOME_CARE 2020-01-01 2025-07-01",
            "U UNIT D1 RESIDENTIAL_CARE 2025-07-01 -");
    assertThat(groups(organisation, "2025-06-30"))
        .containsExactly("HOME_CARE", "HOME_CARE/OWN", "OWN");
    assertThat(groups(organisation, "2025-07-01"))
        .containsExactly("OWN", "RESIDENTIAL_CARE", "RESIDENTIAL_CARE/OWN");
  }

  private static List<String> groups(Organisation organisation, String day) {
    LocalDate on = LocalDate.parse(day);
    return organisation.belongings().stream()
        .filter(b -> !b.level().isOfTree() && !b.from().isAfter(on) && b.to().isAfter(on))
        .map(Organisation.Belonging::node)
        .sorted()
        .toList();
  }

  @Test
  void aMovedUnitCountsWhereItWasThatDay() {
    Organisation organisation =
        tree(
            K,
            D1,
            D2,
            "U UNIT D1 HOME_CARE 2020-01-01 2025-07-01",
            "U UNIT D2 HOME_CARE 2025-07-01 -");
    assertThat(nodes(organisation, "U", "2025-06-30")).containsExactly("D1", "K", "U");
    assertThat(nodes(organisation, "U", "2025-07-01")).containsExactly("D2", "K", "U");
  }

  @Test
  void aRowInAGapOrOutsideTheValidityStillBelongsSomewhere() {
    Organisation organisation =
        tree(
            K,
            D1,
            D2,
            "U UNIT D1 HOME_CARE 2024-01-01 2024-06-01",
            "U UNIT D2 HOME_CARE 2025-01-01 2025-12-01");
    assertThat(nodes(organisation, "U", "2019-05-05")).containsExactly("D1", "K", "U");
    assertThat(nodes(organisation, "U", "2024-08-08")).containsExactly("D1", "K", "U");
    assertThat(nodes(organisation, "U", "2026-08-08")).containsExactly("D2", "K", "U");
    assertThat(organisation.activeNodes().filter(n -> n.node().equals("U")))
        .extracting(n -> n.from() + " " + n.to())
        .containsExactly("2024-01-01 2024-06-01", "2025-01-01 2025-12-01");
  }

  @Test
  void aNodeIsNeverCountedTwiceOnADay() {
    Organisation organisation =
        tree(
            K,
            D1,
            D2,
            "U UNIT D1 HOME_CARE 2024-01-01 -",
            "U UNIT D2 HOME_CARE 2025-01-01 -",
            "S SERVICE_AREA D1 - 2020-01-01 2025-01-01",
            "S SERVICE_AREA D2 - 2025-03-01 -",
            "W UNIT S HOME_CARE 2020-01-01 -");
    for (String day : List.of("2024-12-31", "2025-01-01", "2025-02-01", "2025-03-01")) {
      assertThat(nodes(organisation, "U", day)).doesNotHaveDuplicates().hasSize(3);
      assertThat(nodes(organisation, "W", day)).doesNotHaveDuplicates().hasSize(4);
    }
  }

  @Test
  void aUnitOfAnotherKindIsLeftOut() {
    Organisation organisation =
        tree(
            K,
            D1,
            "U UNIT D1 OTHER 2020-01-01 2025-01-01",
            "U UNIT D1 HOME_CARE 2025-01-01 -",
            "V UNIT D1 OTHER 2020-01-01 -");
    assertThat(nodes(organisation, "V", "2026-01-01")).isEmpty();
    assertThat(nodes(organisation, "U", "2024-12-31")).isEmpty();
    assertThat(nodes(organisation, "U", "2025-01-01")).containsExactly("D1", "K", "U");
    assertThat(organisation.activeNodes()).extracting(n -> n.node()).doesNotContain("V");
  }

  @Test
  void rowsOfNoKnownUnitAreCountedAtTheLowestCertainLevel() {
    assertThat(tree(K, D1).leastCertain()).isEqualTo("D1");
    assertThat(tree(K, D1, "D1 DIVISION K - 2026-01-01 -").leastCertain()).isEqualTo("D1");
    assertThat(tree(K, D1, D2).leastCertain()).isEqualTo("K");
    assertThat(tree(K).leastCertain()).isEqualTo("K");
    assertThat(tree(K, D1).roots()).containsExactly("K");
  }

  @Test
  void aParentThatDoesNotExistIsRefused() {
    assertRefused("U har den överordnade noden X", K, "U UNIT X HOME_CARE 2020-01-01 -");
  }

  @Test
  void aCircleIsRefused() {
    assertRefused(
        "ligger inte över",
        K,
        "S SERVICE_AREA T - 2020-01-01 -",
        "T SERVICE_AREA S - 2020-01-01 -");
    assertRefused("U ligger inte över U", K, "U UNIT U HOME_CARE 2020-01-01 -");
  }

  @Test
  void aParentOfALowerLevelIsRefused() {
    assertRefused(
        "U ligger inte över D1",
        K,
        "U UNIT K HOME_CARE 2020-01-01 -",
        "D1 DIVISION U - 2020-01-01 -");
  }

  @Test
  void anOrganisationWithoutATopIsRefused() {
    assertRefused("saknar en översta nod");
  }

  private void assertRefused(String part, String... nodes) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> tree(nodes))
        .withMessageContaining(part)
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }
}
