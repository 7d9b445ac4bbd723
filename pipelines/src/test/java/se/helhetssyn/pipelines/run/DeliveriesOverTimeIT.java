package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.Manifest.TableCount;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.intake.DeliveryComparison;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.intake.RowChange;
import se.helhetssyn.pipelines.removal.BlockedKeys;
import se.helhetssyn.pipelines.run.TestStore.DeliveredText;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** Six deliveries that correct each other, taken in one by one, in other groups, and at once. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeliveriesOverTimeIT {
  private static final String JANUARY = "2025-01-01,2025-01-31,";
  private static final String FIRST = "FULL,," + JANUARY + "2025-02-02T06:00";
  private static final String CHANGES = "DELTA,,2025-01-01,2025-03-01,2025-03-02T06:00";
  private static final String LAST = "DELTA,,2025-01-01,2025-03-31,2025-04-01T06:00";
  private static final String UNITS =
      "org_unit_id,unit_code,name,level,parent_id,unit_type,provider_form,valid_from\n";
  private static final String PERSONS = "person_key,protected_identity,birth_year\n";
  private static final String CONFERENCES = "conference_id,org_unit_id,planned_start,status\n";
  private static final String PLANS =
      "plan_id,person_key,org_unit_id,plan_type,law,created_at,valid_from,status\n";

  private static final List<DeliveredText> ONE =
      List.of(
          new DeliveredText(
              "org_unit.1.csv",
              FIRST,
              UNITS
                  + "K,K,Kommunen,MUNICIPALITY,,,OWN,2020-01-01\nU1,U1,Ett,UNIT,K,HOME_CARE,OWN,2020-01-01\n"),
          new DeliveredText(
              "person.1.csv",
              FIRST,
              PERSONS + "p1,NO,1940\np2,NO,1941\ntemp,NO,1941\nhid,NO,1942\n"),
          new DeliveredText(
              "conference.1.csv",
              FIRST,
              CONFERENCES
                  + """
                  c1,U1,2025-01-05T10:00,PLANNED
                  c2,U1,2025-01-06T10:00,PLANNED
                  c6,U1,2024-12-20T10:00,PLANNED
                  c9,U2,2025-01-07T10:00,PLANNED
                  """),
          new DeliveredText(
              "plan.1.csv",
              FIRST,
              PLANS
                  + """
                  pl1,p1,U1,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
                  plT,temp,U1,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
                  plH,hid,U1,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
                  plM,hid,U1,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
                  """),
          new DeliveredText(
              "plan_revision.1.csv",
              FIRST,
              "revision_id,plan_id,revised_at,revision_kind\nr1,pl1,2025-01-10,REVISED\nrH,plH,2025-01-10,REVISED\n"));

  private static final List<DeliveredText> TWO =
      List.of(
          new DeliveredText(
              "conference.2.csv",
              CHANGES,
              CONFERENCES
                  + """
                  c1,U1,2025-01-05T10:00,HELD
                  c3,U1,2025-02-03T10:00,PLANNED
                  c4,U1,2025-03-01T10:00,PLANNED
                  c6,U1,2025-01-15T10:00,PLANNED
                  c8,U2,2025-02-04T10:00,PLANNED
                  """),
          new DeliveredText(
              "conference.2b.csv", CHANGES, CONFERENCES + "c4,U1,2025-03-01T11:00,PLANNED\n"));

  /** All of January again, without c1, and without c6 where the changes had moved it. */
  private static final List<DeliveredText> THREE =
      List.of(
          new DeliveredText(
              "conference.3.csv",
              "FULL,," + JANUARY + "2025-03-10T06:00",
              CONFERENCES + "c2,U1,2025-01-06T10:00,HELD\nc9,U2,2025-01-07T10:00,PLANNED\n"));

  /** Taken out before the changes, but late. */
  private static final List<DeliveredText> FOUR =
      List.of(
          new DeliveredText(
              "conference.4.csv",
              "DELTA,,2025-01-01,2025-02-14,2025-02-15T06:00",
              CONFERENCES + "c2,U1,2025-01-06T10:00,CANCELLED\nc5,U1,2025-02-10T10:00,PLANNED\n"));

  private static final List<DeliveredText> FIVE =
      List.of(
          new DeliveredText(
              "org_unit.5.csv", LAST, UNITS + "U2,U2,Två,UNIT,K,HOME_CARE,OWN,2020-01-01\n"),
          new DeliveredText("person.5.csv", LAST, PERSONS + "hid,YES,1942\n"),
          new DeliveredText("person_succession.5.csv", "", "old_key,new_key\ntemp,p2\n"));

  /** February at one unit again, without c3; what c4 is; and whose plM is said to be. */
  private static final List<DeliveredText> SIX =
      List.of(
          new DeliveredText(
              "conference.6.csv",
              "FULL,U1,2025-02-01,2025-02-28,2025-04-02T06:00",
              CONFERENCES + "c5,U1,2025-02-10T10:00,PLANNED\n"),
          new DeliveredText(
              "plan.6.csv",
              LAST,
              PLANS + "plM,p1,U1,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE\n"),
          new DeliveredText(
              "conference.6b.csv", LAST, CONFERENCES + "c4,U1,2025-03-01T12:00,HELD\n"));

  private final SparkSession spark;
  private @Nullable TestStore store;
  private @Nullable Intake changed;
  private @Nullable Intake replaced;

  @TempDir private static Path folder;

  DeliveriesOverTimeIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void takeInOneByOne() {
    TestStore one = new TestStore(spark, folder.resolve("ett"));
    one.take(ONE);
    changed = one.take(TWO);
    replaced = one.take(THREE);
    one.take(FOUR);
    one.take(FIVE);
    one.take(SIX);
    store = one;
  }

  private TestStore store() {
    return Objects.requireNonNull(store);
  }

  private static List<DeliveredText> together(Stream<List<DeliveredText>> deliveries) {
    return deliveries.flatMap(List::stream).toList();
  }

  private List<String> keys(String table) {
    return store().trusted(table).collectAsList().stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }

  private Row conference(String key) {
    return store().trusted("conference").filter("conference_id = '" + key + "'").first();
  }

  @Test
  void theSameFilesEndInTheSameTablesHoweverTheyCame() {
    TestStore atOnce = new TestStore(spark, folder.resolve("på en gång"));
    atOnce.take(together(Stream.of(ONE, TWO, THREE, FOUR, FIVE, SIX)));
    assertThat(store().content()).isEqualTo(atOnce.content());
    TestStore backwards = new TestStore(spark, folder.resolve("baklänges"));
    backwards.take(together(Stream.of(SIX, FIVE, FOUR)));
    backwards.take(together(Stream.of(THREE, TWO, ONE)));
    assertThat(backwards.content()).isEqualTo(atOnce.content());
  }

  @Test
  void theSameDeliveryTwiceChangesNothing() {
    StoreState before = store().state();
    Intake again = store().take(TWO);
    assertThat(store().state()).isEqualTo(before);
    assertThat(again.changes()).isEmpty();
    assertThat(again.tables())
        .filteredOn(count -> count.table().equals("conference"))
        .extracting(TableCount::delivered, TableCount::trusted, TableCount::duplicates)
        .containsExactly(tuple(6L, 0L, 6L));
    assertThat(again.deliveries().files()).doesNotHaveDuplicates();
  }

  @Test
  void aFullLoadTakesAwayWhatItNoLongerHoldsAndAnOlderVersionCountsAgain() {
    assertThat(keys("conference")).containsExactly("c2", "c4", "c5", "c6", "c8", "c9");
    assertThat(conference("c6").<Object>getAs("planned_start").toString()).startsWith("2024-12-20");
  }

  @Test
  void aLateFileThatIsOlderDoesNotWin() {
    assertThat(conference("c2").<String>getAs("status")).isEqualTo("HELD");
  }

  @Test
  void twoVersionsOfOneAgeAreSettledByANewerOne() {
    assertThat(conference("c4").<String>getAs("status")).isEqualTo("HELD");
  }

  @Test
  void aUnitThatIsKnownLaterIsKnownForRowsThatCameBefore() {
    assertThat(conference("c9").<@Nullable String>getAs("flags")).isNull();
  }

  @Test
  void aSuccessionHoldsForRowsThatCameBefore() {
    assertThat(keys("person")).containsExactly("p1", "p2");
    assertThat(
            store().trusted("plan").filter("plan_id = 'plT'").first().<String>getAs("person_key"))
        .isEqualTo("p2");
  }

  @Test
  void nothingIsKeptOfAPersonWhoBecameProtected() {
    assertThat(keys("plan")).containsExactly("pl1", "plT");
    assertThat(keys("plan_revision")).containsExactly("r1");
    assertThat(store().received("person").filter("person_key = 'hid'").count()).isZero();
    assertThat(store().received("plan").filter("plan_id = 'plH'").count()).isZero();
    assertThat(store().received("plan_revision").filter("plan_id = 'plH'").count()).isZero();
    BlockedKeys blocked = BlockedKeys.of(store().layout());
    assertThat(blocked.contains("person", "hid")).isTrue();
    assertThat(blocked.contains("plan", "plH")).isTrue();
    assertThat(blocked.contains("plan_revision", "rH")).isTrue();
    assertThat(blocked.contains("person", "p1")).isFalse();
  }

  @Test
  void howRowsChangedIsToldByUnitAndMonth() {
    assertThat(Objects.requireNonNull(changed).changes())
        .filteredOn(change -> change.table().equals("conference"))
        .containsExactlyInAnyOrder(
            new RowChange("conference", "U1", LocalDate.of(2024, 12, 1), 0, 0, 1),
            new RowChange("conference", "U1", LocalDate.of(2025, 1, 1), 1, 1, 0),
            new RowChange("conference", "U1", LocalDate.of(2025, 2, 1), 1, 0, 0),
            new RowChange("conference", "U2", LocalDate.of(2025, 2, 1), 1, 0, 0));
  }

  @Test
  void aFullLoadIsHeldAgainstTheOneBefore() {
    assertThat(Objects.requireNonNull(replaced).comparisons())
        .containsExactly(
            new DeliveryComparison(
                "conference", "KÄLLA", "x-conference.1.csv", "x-conference.3.csv", 1, 1, 0, 1));
  }

  @Test
  void everyFileThatEverCameIsRemembered() {
    assertThat(
            Objects.requireNonNull(replaced).deliveries().files().stream()
                .filter(file -> file.table().equals("conference")))
        .extracting(DeliveredFile::file, DeliveredFile::delivered, DeliveredFile::full)
        .containsExactly(
            tuple("conference.1.csv", 4L, true),
            tuple("conference.2.csv", 5L, false),
            tuple("conference.2b.csv", 1L, false),
            tuple("conference.3.csv", 2L, true));
  }
}
