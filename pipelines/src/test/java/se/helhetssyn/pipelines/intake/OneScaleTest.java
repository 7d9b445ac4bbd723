package se.helhetssyn.pipelines.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** RAPS and RBT are two names of one scale: whatever one may say, the other says too. */
@ExtendWith(LocalSpark.class)
final class OneScaleTest {
  private static final String HEADER =
      "assessment_id,person_key,org_unit_id,area,instrument,albumin_included,score,instrument_risk,clinical_risk,assessed_at,status\n";

  /** Albumin, score, stated risk, clinical judgement → side and risk by the instrument. */
  private static final Map<String, String> JUDGED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(",29,NO,", "TRUSTED YES"),
              Map.entry(",29,YES,", "TRUSTED YES"),
              Map.entry(",30,NO,", "TRUSTED NO"),
              Map.entry("NO,30,YES,", "TRUSTED NO"),
              Map.entry("YES,31,NO,", "TRUSTED YES"),
              Map.entry("YES,32,YES,", "TRUSTED NO"),
              Map.entry(",29,NO,NO", "TRUSTED NO"),
              Map.entry(",30,NOT_ASSESSABLE,", "TRUSTED NOT_ASSESSABLE"),
              Map.entry(",,YES,", "TRUSTED YES"),
              Map.entry(",36,NO,", "TRUSTED NO"),
              Map.entry(",37,NO,", "QUARANTINED NO"),
              Map.entry("YES,37,NO,", "TRUSTED NO")));

  private final SparkSession spark;

  OneScaleTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void anAssessmentIsJudgedAlikeUnderBothNamesAndHasOneNameAfterwards() {
    assertThat(judged("RAPS")).isEqualTo(JUDGED);
    assertThat(judged("RBT")).isEqualTo(JUDGED);
  }

  private Map<String, String> judged(String name) {
    StringBuilder text = new StringBuilder(HEADER);
    JUDGED
        .keySet()
        .forEach(said -> {
          String id = said.replace(',', '_');
          text.append(
              "a%s,p1,U1,PRESSURE_ULCER,%s,%s,2025-01-01,COMPLETE\n".formatted(id, name, said));
        });
    TableSchema schema = DataPackage.load().require("risk_assessment");
    RawTable raw = TextTable.raw(spark, schema, Map.of("risk_assessment.csv", text.toString()));
    IntakeTerms terms = IntakeTerms.until(LocalDate.of(2026, 1, 31));
    KnownRows known = new KnownRows(false);
    List<Row> rows =
        Screening.screen(raw, TableChecks.of(schema, terms, known), terms, known).collectAsList();
    Map<String, String> judged = new TreeMap<>();
    for (Row row : rows) {
      assertThat(row.<String>getAs("instrument")).isEqualTo("RBT");
      String said = row.<String>getAs("assessment_id").substring(1).replace('_', ',');
      judged.put(
          said.replace("NOT,ASSESSABLE", "NOT_ASSESSABLE"),
          row.getAs(Screening.SIDE) + " " + row.getAs("instrument_risk"));
    }
    return judged;
  }
}
