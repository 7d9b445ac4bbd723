package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.mapping.Mappings;
import se.helhetssyn.pipelines.publish.Publication;
import se.helhetssyn.pipelines.trusted.ReceivedTables;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** A store that deliveries are taken into one after the other, without anything being measured. */
public final class TestStore {
  private static final String MANIFEST =
      "extract_id,source_system,table_name,root_org_unit_id,period_from,period_to,extracted_at,row_count,file_sha256,is_full_load\n";

  private final SparkSession spark;
  private final Path folder;
  private final StoreLayout store;
  private int runs;

  /**
   * @param folder for the store and for what is delivered
   */
  public TestStore(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.store = new StoreLayout(folder.resolve("lager"));
  }

  /**
   * A file of a delivery.
   *
   * @param name its name, which begins with its table
   * @param load what the manifest says: {@code FULL|DELTA,root,from,to,extracted at}, one line for
   *     each thing it says; empty for nothing
   * @param text its content
   */
  public record DeliveredText(String name, String load, String text) {
    private String announcements() {
      return load.lines().map(this::announcement).collect(joining());
    }

    private String announcement(String line) {
      String[] said = line.split(",", -1);
      return String.join(
          ",",
          "x-" + name,
          "KÄLLA",
          name.substring(0, name.indexOf('.')),
          said[1],
          said[2],
          said[3],
          said[4],
          String.valueOf(text.lines().count() - 1),
          DigestUtils.sha256Hex(text),
          said[0].equals("FULL") ? "YES\n" : "NO\n");
    }
  }

  /** Where it lies. */
  public StoreLayout layout() {
    return store;
  }

  /** Takes files in as one delivery. */
  public Intake take(List<DeliveredText> files) {
    String run = "r%03d".formatted(++runs);
    Path extracts = folder.resolve(run);
    StringBuilder manifest = new StringBuilder(MANIFEST);
    files.forEach(file -> manifest.append(file.announcements()));
    try {
      Files.createDirectories(extracts);
      for (DeliveredText file : files) {
        Files.writeString(extracts.resolve(file.name()), file.text());
      }
      Files.writeString(extracts.resolve("extract_manifest.csv"), manifest);
      Files.createDirectories(folder.resolve("scratch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DataPackage contract = DataPackage.load();
    Publication publication = new Publication(store);
    DeliveryIntake delivered =
        DeliveryIntake.receive(
            new RunRequest(
                extracts, store.root(), List.of(), null, LocalDate.of(2025, 6, 30), "local[2]"),
            store,
            run,
            contract,
            Mappings.read(List.of(), contract),
            List.of(),
            Served.of(store, publication));
    Intake intake = delivered.take(spark, folder.resolve("scratch"), publication.begin(run));
    delivered.block();
    publication.publish(run, manifest(run), intake.state(), intake.deliveries());
    return intake;
  }

  private static Manifest manifest(String id) {
    return new Manifest(
        StoreLayout.FORMAT_VERSION,
        MartSchema.VERSION,
        id,
        "2025-06-30T06:00:00Z",
        "2025-06-30",
        "2025-01-01",
        "2025-06-30",
        null,
        true,
        "",
        "0",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  /** Which versions of its tables count now. */
  public StoreState state() {
    return StoreState.read(store, new Publication(store).served().orElseThrow()).orElseThrow();
  }

  /** The trusted rows of a table as they count now. */
  Dataset<Row> trusted(String table) {
    return new TrustedTables(spark, store).read(table, state().trusted().getOrDefault(table, -1L));
  }

  /** The received rows of a table. */
  Dataset<Row> received(String table) {
    return new ReceivedTables(spark, store)
        .read(table, state().received().getOrDefault(table, -1L));
  }

  /** Every trusted table but that about deliveries, as text, without when rows were taken in. */
  Map<String, List<String>> content() {
    Map<String, List<String>> content = new TreeMap<>();
    for (String table : state().trusted().keySet()) {
      if (!table.equals("extract_manifest")) {
        content.put(
            table,
            trusted(table)
                .drop("loaded_at")
                .select(functions.to_json(functions.struct("*")))
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList());
      }
    }
    return content;
  }
}
