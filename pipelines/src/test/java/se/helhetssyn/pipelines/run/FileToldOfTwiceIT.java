package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.run.TestStore.DeliveredText;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** Files of which the manifest tells in several lines. */
@ExtendWith(LocalSpark.class)
final class FileToldOfTwiceIT {
  private static final String DAYS = "2025-01-01,2025-01-31,";
  private static final String FIRST = "FULL,U1," + DAYS + "2025-02-02T06:00";
  private static final String SECOND = "FULL,U2," + DAYS + "2025-02-02T06:01";
  private static final String CONFERENCES = "conference_id,org_unit_id,planned_start,status\n";
  private static final String BOTH =
      CONFERENCES + "c1,U1,2025-01-05T10:00,HELD\nc2,U2,2025-01-06T10:00,HELD\n";
  private static final DeliveredText UNITS =
      new DeliveredText(
          "org_unit.1.csv",
          "FULL,," + DAYS + "2025-02-02T06:00",
          """
          org_unit_id,unit_code,name,level,parent_id,unit_type,provider_form,valid_from
          K,K,Kommunen,MUNICIPALITY,,,OWN,2020-01-01
          U1,U1,Ett,UNIT,K,HOME_CARE,OWN,2020-01-01
          U2,U2,Två,UNIT,K,HOME_CARE,OWN,2020-01-01
          """);

  @TempDir private Path folder;
  private final SparkSession spark;

  FileToldOfTwiceIT(SparkSession spark) {
    this.spark = spark;
  }

  private static DeliveredText conferences(String load, String text) {
    return new DeliveredText("conference.1.csv", load, text);
  }

  private static List<String> keys(TestStore store) {
    return store.trusted("conference").select("conference_id").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void itsRowsCountWhicheverLineIsTheNewest() {
    for (String lines : List.of(FIRST + "\n" + SECOND, SECOND + "\n" + FIRST)) {
      TestStore store = new TestStore(spark, folder.resolve(lines.substring(5, 7)));
      Intake intake = store.take(List.of(UNITS, conferences(lines, BOTH)));
      assertThat(keys(store)).containsExactly("c1", "c2");
      assertThat(intake.deliveries().files().stream().filter(f -> f.table().equals("conference")))
          .extracting(DeliveredFile::file, DeliveredFile::root, DeliveredFile::delivered)
          .containsExactlyInAnyOrder(
              tuple("conference.1.csv", "U1", 0L), tuple("conference.1.csv", "U2", 2L));
      assertThat(intake.accounts())
          .filteredOn(account -> account.table().equals("conference"))
          .hasSize(1);
      assertThat(store.take(List.of(UNITS, conferences(lines, BOTH))).changes()).isEmpty();
    }
  }

  @Test
  void itReplacesWhatIsOlderInAllThatItIsToldToHold() {
    TestStore store = new TestStore(spark, folder.resolve("ersatt"));
    String before = "FULL,," + DAYS + "2025-02-01T06:00";
    String old = CONFERENCES + "c1,U1,2025-01-05T10:00,HELD\no1,U1,2025-01-07T10:00,HELD\n";
    store.take(List.of(UNITS, conferences(before, old + "o2,U2,2025-01-08T10:00,HELD\n")));
    Intake intake = store.take(List.of(conferences(FIRST + "\n" + SECOND, BOTH)));
    assertThat(keys(store)).containsExactly("c1", "c2");
    assertThat(intake.comparisons()).hasSize(1);
  }

  @Test
  void theSameFileIsAsNewAsItIsToldToBe() {
    TestStore store = new TestStore(spark, folder.resolve("igen"));
    String monday = "FULL,," + DAYS + "2025-02-03T06:00";
    String tuesday = "FULL,," + DAYS + "2025-02-04T06:00";
    store.take(List.of(UNITS, conferences(monday, BOTH)));
    store.take(List.of(conferences(monday + "\n" + tuesday, BOTH)));
    assertThat(keys(store)).containsExactly("c1", "c2");
    store.take(List.of(conferences(tuesday + "\n" + monday, BOTH)));
    assertThat(keys(store)).containsExactly("c1", "c2");
  }
}
