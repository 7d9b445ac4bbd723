package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.spark.SparkEngine;

/**
 * A store as the command line makes it, with everything that may hold rows of persons: several
 * versions of trusted and received tables, rows set aside, marks, rows beside the figures, an older
 * generation, and what a run that died wrote.
 *
 * @param store where it lies
 * @param person key of one of its persons, who has plans and deviations
 * @param former the key the person had before
 * @param older id of the generation before the served one
 * @param extracts what was delivered
 */
record DeliveredStore(
    StoreLayout store, String person, String former, String older, Path extracts) {
  private static final Set<String> KEPT =
      Set.of(
          "org_unit",
          "person",
          "enrolment",
          "conference",
          "conference_case",
          "plan",
          "plan_revision",
          "risk_assessment",
          "preventive_action",
          "deviation");
  private static final String FORMER = "f0".repeat(32);

  /** Makes one in a folder. */
  static DeliveredStore in(Path folder) throws IOException {
    Path extracts = folder.resolve("uttag");
    Answer made =
        Answer.to(
            "generate",
            "--out",
            extracts.toString(),
            "--persons",
            "40",
            "--units",
            "4",
            "--months",
            "8",
            "--until",
            "2025-09-30");
    assertThat(made.exit()).as(made.err()).isZero();
    for (Path file : Door.filesIn(extracts)) {
      if (!KEPT.contains(file.getFileName().toString().replace(".csv", ""))) {
        Files.delete(file);
      }
    }
    SparkEngine.open("local[2]", folder.resolve("spark"))
        .close(); // Spark remembers for good where the first one in a process keeps its files
    StoreLayout store = new StoreLayout(folder.resolve("lager"));
    Answer run = Answer.to(SmallDelivery.command(extracts, store));
    assertThat(run.exit()).as(run.err()).isZero();
    String person = someone(store);
    String older = StoreContent.served(store);
    Files.writeString(
        extracts.resolve("person_succession.csv"),
        "old_key,new_key,changed_at\n%s,%s,2025-05-01\n".formatted(FORMER, person));
    Path plans = extracts.resolve("plan.csv");
    Files.writeString(plans, Files.readString(plans).replaceFirst(person, FORMER));
    Answer again = Answer.to(SmallDelivery.command(extracts, store));
    assertThat(again.exit()).as(again.err()).isZero();
    try (SparkEngine engine = SparkEngine.open("local[2]", folder.resolve("spark"))) {
      die(engine.session(), store);
    }
    beside(store, person, older);
    half(store.received("plan").resolve("part-00001-half.parquet"));
    half(store.received("plan").resolve("_writing/_temporary/0/part-00000.parquet"));
    return new DeliveredStore(store, person, FORMER, older, extracts);
  }

  /** The same in another folder. */
  DeliveredStore copiedTo(Path folder) throws IOException {
    StoreLayout copy = new StoreLayout(folder.resolve("lager"));
    try (Stream<Path> all = Files.walk(store.root())) {
      for (Path path : all.toList()) {
        Files.copy(path, copy.root().resolve(store.root().relativize(path).toString()));
      }
    }
    return new DeliveredStore(copy, person, former, older, extracts);
  }

  private static String someone(StoreLayout store) {
    return Sql.rows(
            "jdbc:duckdb:",
            "SELECT person_key FROM %s p WHERE person_key IN (SELECT person_key FROM %s) AND EXISTS (FROM %s r WHERE r.plan_id = p.plan_id) ORDER BY 1 LIMIT 1"
                .formatted(
                    trusted(store, "plan"),
                    trusted(store, "deviation"),
                    trusted(store, "plan_revision")))
        .getFirst()
        .getFirst();
  }

  /** The Parquet files of a trusted table, of all its versions. */
  static String trusted(StoreLayout store, String table) {
    return "'" + store.trusted(table).resolve("*.parquet") + "'";
  }

  /** As a file is before its rows are written out. */
  private static void half(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "PAR1");
  }

  /** A run that died has written in the tables. */
  private static void die(SparkSession spark, StoreLayout store) throws IOException {
    Dataset<Row> plans = spark.read().format("delta").load(store.trusted("plan").toString());
    write(plans.limit(1), store.trusted("plan"));
    write(plans, store.trusted("never_published"));
    Files.writeString(store.lock(), "20250102T000000Z-0000");
  }

  private static void write(Dataset<Row> rows, Path folder) {
    rows.write().format("delta").mode(SaveMode.Overwrite).save(folder.toString());
  }

  private static void beside(StoreLayout store, String person, String older) throws IOException {
    String served = Files.readString(store.pointer()).strip();
    Path aside = Files.createDirectories(store.quarantine(served).resolve("plan"));
    Path measures = Files.createDirectories(store.measures().resolve("C03"));
    Sql.run(
        "COPY (SELECT COLUMNS(*)::VARCHAR, ['X'] AS reasons FROM %s WHERE plan_id IS NOT NULL) TO '%s' (FORMAT parquet)"
            .formatted(trusted(store, "plan"), aside.resolve("part-0.parquet")));
    Files.writeString(aside.resolve(".part-0.parquet.crc"), "old");
    Sql.run(
        "COPY (SELECT 'R1' AS record_id, 'nyckel: %s?' AS note UNION SELECT 'R2', 'annat') TO '%s' (FORMAT parquet)"
            .formatted(person, store.quarantine(served).resolve("other.parquet")));
    Sql.run(
        "COPY (SELECT uuid() AS record_key, person_key FROM %s) TO '%s' (FORMAT parquet)"
            .formatted(trusted(store, "plan"), measures.resolve("part-0.parquet")));
    Sql.run(
        "COPY (SELECT 'DQ12' AS rule, 'plan' AS table_name, plan_id AS record_key, '' AS org_unit_id, '' AS extract_id, '' AS code FROM %s) TO '%s' (FORMAT parquet)"
            .formatted(
                trusted(store, "plan"), store.generation(older).resolve("quality_mark.parquet")));
  }
}
