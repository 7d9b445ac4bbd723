package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Deliveries;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** Mapped rows as Spark reads them; how each value is made is {@link RowMakerTest}'s. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MappedTablesTest {
  private static final String COLUMNS =
      """
              columns:
                org_unit_id: {column: Kod, pad: 4}
                unit_code: Kod
                name: Namn
                level: {constant: UNIT}
                provider_form: {column: Regi, labels: {OWN: Egen regi}}
                valid_from: {constant: 2020-01-01}
      """
          .indent(-2);

  private final SparkSession spark;
  @TempDir private Path folder;

  MappedTablesTest(SparkSession spark) {
    this.spark = spark;
  }

  private void deliver(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(Charset.forName("windows-1252")));
  }

  /** Unit, name, provider form, whether it is broken, its file and row. */
  private List<String> mapped(String tables) throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("x.yaml"),
            "source_system: X\nfiles: {e: {pattern: Enheter*.csv}, o: {pattern: o.csv, optional: true}}\n"
                + "tables:\n  org_unit:\n"
                + tables);
    DataPackage contract = DataPackage.load();
    MappingDefinition mapping = MappingReader.read(yaml, contract);
    RawTable raw =
        MappedTables.of(Deliveries.mapped(folder, mapping), mapping)
            .table(contract.require("org_unit"), spark)
            .orElseThrow();
    return raw.rows().orderBy(RawTable.FILE, RawTable.ROW).collectAsList().stream()
        .map(MappedTablesTest::text)
        .toList();
  }

  private static String text(Row row) {
    return "%s %s %s %s %s %s"
        .formatted(
            row.getAs("org_unit_id"),
            row.getAs("name"),
            row.getAs("provider_form"),
            row.getAs(RawTable.BROKEN),
            row.getAs(RawTable.FILE),
            row.getAs(RawTable.ROW));
  }

  @Test
  void rowsOfSeveralFilesKeepTheirPlace() throws IOException {
    deliver(
        "Enheter_1.csv", "Enhetslista;;\nKod;Namn;Regi\n17;Åsen;egen  regi\n18;Älven;Okänd;x\n");
    deliver("Enheter_2.csv", "Regi,Kod,Namn,Mer\nOWN,0019,\"Öster, norra\",z\n");
    assertThat(mapped("    - from: e\n" + COLUMNS + "    - from: o\n" + COLUMNS))
        .containsExactly(
            "0017 Åsen OWN false Enheter_1.csv 1",
            "null null null true Enheter_1.csv 2",
            "0019 Öster, norra OWN false Enheter_2.csv 1");
  }

  @Test
  void rowsThatBecomeAlikeAreOneWhereAskedFor() throws IOException {
    deliver("Enheter.csv", "Kod;Namn;Regi\n17;A;OWN\n17;A;OWN\n17;B;OWN\n");
    assertThat(mapped("    - from: e\n      distinct: true\n" + COLUMNS))
        .containsExactly("0017 A OWN false Enheter.csv 1", "0017 B OWN false Enheter.csv 3");
  }

  @Test
  void aRowWithoutAFileIsOneRow() throws IOException {
    deliver("Enheter.csv", "Kod;Namn;Regi\n");
    assertThat(
            mapped(
                """
                    - columns:
                        org_unit_id: {constant: K}
                        unit_code: {constant: K}
                        name: {constant: Kommunen}
                        level: {constant: MUNICIPALITY}
                        provider_form: {constant: OWN}
                        valid_from: {constant: 2020-01-01}
                """))
        .containsExactly("K Kommunen OWN false mappning 1");
  }
}
