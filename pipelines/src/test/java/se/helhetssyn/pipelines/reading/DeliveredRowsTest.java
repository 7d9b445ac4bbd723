package se.helhetssyn.pipelines.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.pipelines.file.CsvSample;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.spark.LocalSpark;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeliveredRowsTest {
  private static final List<String> AB = List.of("a", "b");

  private final SparkSession spark;

  @TempDir private Path folder;

  DeliveredRowsTest(SparkSession spark) {
    this.spark = spark;
  }

  private Delivered csv(String name, CsvSample sample, Integer... cuts) throws IOException {
    Path file = folder.resolve(name);
    return new Delivered(file, name, sample.write(file, Set.of(cuts)));
  }

  private Delivered parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
    }
    return new Delivered(file, name, whole(FileForm.Kind.PARQUET, 0, 1));
  }

  private Delivered workbook(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Blad1");
      sheet.value(0, 0, "Uttag");
      sheet.value(2, 0, "a");
      sheet.value(2, 1, "b");
      sheet.value(3, 0, 7);
      sheet.value(5, 0, "x");
      sheet.value(5, 1, "y");
      sheet.value(5, 2, "z");
      sheet.value(6, 0, "Summa");
    }
    return new Delivered(file, name, whole(FileForm.Kind.XLSX, 2, 2));
  }

  private static FileForm whole(FileForm.Kind kind, int skipped, long rows) {
    return new FileForm(kind, "", false, ',', "", AB, List.of(), skipped, rows);
  }

  private Dataset<Row> read(List<String> columns, Delivered... files) {
    return DeliveredRows.read(spark, columns, List.of(files));
  }

  private static Row row(@Nullable Object... values) {
    return RowFactory.create(values);
  }

  @Test
  void everyValueIsTextWithItsFileAndRow() throws IOException {
    Delivered file = csv("a.csv", CsvSample.of(AB, "1,å\n", "\"x\ny\",\"\"\n", ",2\n"), 1);
    Dataset<Row> rows = read(List.of("b", "a", "absent"), file);
    assertThat(rows.columns())
        .containsExactly("b", "a", "absent", RawTable.BROKEN, RawTable.FILE, RawTable.ROW);
    assertThat(rows.collectAsList())
        .containsExactly(
            row("å", "1", null, false, "a.csv", 1L),
            row(null, "x\ny", null, false, "a.csv", 2L),
            row("2", null, null, false, "a.csv", 3L));
  }

  @Test
  void aRowThatCannotBeToldApartHasNoValues() throws IOException {
    Delivered file = csv("a.csv", CsvSample.of(AB, "1\n", "1,2,3\n", "4,5\n", "6,\"7\n"));
    assertThat(read(AB, file).collectAsList())
        .containsExactly(
            row(null, null, true, "a.csv", 1L),
            row(null, null, true, "a.csv", 2L),
            row("4", "5", false, "a.csv", 3L),
            row(null, null, true, "a.csv", 4L));
  }

  @Test
  void filesOfAllKindsMakeOneTable() throws IOException, SQLException {
    Delivered csv = csv("a.csv", CsvSample.of(List.of("b", "c"), "1,2\n"));
    Delivered twice = csv("b.csv", CsvSample.of(AB, "Ã¥,1\n").twice());
    Delivered parquet = parquet("c.parquet", "SELECT DATE '2026-01-31' AS a, 1.50 AS b");
    assertThat(read(AB, csv, twice, parquet, workbook("d.xlsx")).collectAsList())
        .containsExactlyInAnyOrder(
            row(null, "1", false, "a.csv", 1L),
            row("å", "1", false, "b.csv", 1L),
            row("2026-01-31", "1.50", false, "c.parquet", 1L),
            row("7", null, false, "d.xlsx", 1L),
            row(null, null, true, "d.xlsx", 2L));
  }

  @Test
  void noFilesMakeAnEmptyTable() throws IOException {
    Delivered empty = csv("a.csv", CsvSample.of(AB));
    assertThat(read(AB).count()).isZero();
    assertThat(read(AB, empty).count()).isZero();
  }

  @Test
  void onlyWhatIsNeededIsMade() throws IOException {
    Dataset<Row> rows = read(AB, csv("a.csv", CsvSample.of(AB, "1,2\n", "3,4\n")));
    assertThat(rows.count()).isEqualTo(2);
    assertThat(rows.select("b").collectAsList()).containsExactly(row("2"), row("4"));
    assertThat(rows.select("b").queryExecution().executedPlan().toString())
        .contains("b#")
        .doesNotContain("a#");
  }

  @Test
  void smallFilesShareATaskAndALargeOneIsDivided() throws IOException {
    Delivered[] small = new Delivered[20];
    for (int i = 0; i < small.length; i++) {
      small[i] = csv("small%d.csv".formatted(i), CsvSample.of(AB, "1,2\n", "3,4\n"), 1);
    }
    Dataset<Row> together = read(AB, small);
    assertThat(together.rdd().getNumPartitions()).isEqualTo(1);
    assertThat(together.count()).isEqualTo(40);

    String[] records = new String[1_200_000];
    Arrays.setAll(records, i -> i + ",\n");
    Dataset<Row> large = read(AB, csv("a.csv", CsvSample.of(AB, records), 400_000, 800_000));
    assertThat(large.rdd().getNumPartitions()).isEqualTo(3);
    assertThat(large.where("a != _row - 1").count()).isZero();
    assertThat(large.count()).isEqualTo(1_200_000);
  }

  @Test
  void aFileOtherThanTheOneThatWasCountedFailsTheQuery() throws IOException {
    Delivered counted = csv("a.csv", CsvSample.of(AB, "1,2\n", "3,4\n"));
    FileForm form = counted.form();
    for (long rows : List.of(1L, 3L)) {
      FileForm wrong =
          new FileForm(
              form.kind(),
              form.encoding(),
              form.encodedTwice(),
              form.delimiter(),
              form.sheet(),
              form.header(),
              form.chunks(),
              form.skippedAbove(),
              rows);
      assertThatThrownBy(() -> read(AB, new Delivered(counted.path(), "a.csv", wrong)).collect())
          .as("%d rows counted, two delivered", rows)
          .hasStackTraceContaining(
              "a.csv: %s than the %d".formatted(rows < 2 ? "more" : "fewer", rows));
    }
  }

  @Test
  void aWorkbookWithFewerRowsThanCountedFailsTheQuery() throws IOException {
    Path file = workbook("a.xlsx").path();
    Delivered wrong = new Delivered(file, "a.xlsx", whole(FileForm.Kind.XLSX, 2, 9));
    assertThatThrownBy(() -> read(AB, wrong).collect()).hasStackTraceContaining("fewer than");
  }

  @Test
  void theSameRowsAreReadOnceWithinAQuery() throws IOException {
    Delivered file = csv("a.csv", CsvSample.of(AB, "1,2\n", "3,4\n"));
    Dataset<Row> counted = read(AB, file).repartition(2).select("a");
    Dataset<Row> both = counted.union(counted);
    assertThat(both.collectAsList()).hasSize(4);
    assertThat(both.queryExecution().executedPlan().toString()).contains("ReusedExchange");
  }

  @Test
  void anyNameOfAColumnIsFound() throws IOException {
    List<String> names = IntStream.range(0, 50).mapToObj("kolumn `%d`. Å;"::formatted).toList();
    String record = String.join(",", names) + "\n";
    Row read = read(names, csv("å ä.csv", CsvSample.of(names, record))).first();
    assertThat(IntStream.range(0, 50).mapToObj(read::getString)).isEqualTo(names);
    assertThat(read.getString(51)).isEqualTo("å ä.csv");
  }
}
