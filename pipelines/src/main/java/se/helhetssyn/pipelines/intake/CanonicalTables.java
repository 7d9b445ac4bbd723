package se.helhetssyn.pipelines.intake;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.Refusal;

/** A delivery in the canonical layout: files named after their table, with its columns. */
public final class CanonicalTables implements RawTables {
  private final Delivery delivery;
  private final Map<Path, List<String>> headers = new LinkedHashMap<>();

  private CanonicalTables(Delivery delivery) {
    this.delivery = delivery;
  }

  /** Finds the files and reads their headers; refuses what cannot be a delivery. */
  public static CanonicalTables in(Path folder, DataPackage contract) {
    CanonicalTables tables = new CanonicalTables(Delivery.in(folder, contract));
    tables.delivery.tables().forEach((t, files) -> tables.readHeaders(contract.require(t), files));
    return tables;
  }

  private void readHeaders(TableSchema schema, List<Path> files) {
    for (Path file : files) {
      List<String> header = FileHeader.read(file);
      requireKnown(schema, header, file);
      requireWhole(schema, header, file);
      headers.put(file, header);
    }
  }

  private static void requireKnown(TableSchema schema, List<String> header, Path file) {
    for (String column : header) {
      if (!schema.columns().contains(column)) {
        throw Refusal.badInput(
            "Filen %s har kolumnen %s, som inte finns i tabellen %s: rätta namnet%s eller ta bort kolumnen."
                .formatted(file.getFileName(), column, schema.name(), suggestion(schema, column)));
      }
    }
  }

  private static String suggestion(TableSchema schema, String column) {
    return schema.columns().stream()
        .min(Comparator.comparingInt(known -> distance(known, column)))
        .filter(known -> distance(known, column) <= column.length() / 3)
        .map(known -> " (kanske %s)".formatted(known))
        .orElse("");
  }

  private static int distance(String known, String column) {
    return LevenshteinDistance.getDefaultInstance().apply(known, column);
  }

  private static void requireWhole(TableSchema schema, List<String> header, Path file) {
    schema.fields().stream()
        .filter(FieldSchema::required)
        .map(FieldSchema::name)
        .filter(column -> !header.contains(column))
        .findFirst()
        .ifPresent(column -> {
          throw Refusal.badInput(
              "Filen %s saknar kolumnen %s, som måste finnas i tabellen %s."
                  .formatted(file.getFileName(), column, schema.name()));
        });
  }

  @Override
  public Optional<RawTable> table(TableSchema schema, SparkSession spark) {
    Map<Path, List<String>> files = new LinkedHashMap<>();
    delivery
        .tables()
        .getOrDefault(schema.name(), List.of())
        .forEach(f -> files.put(f, headers.getOrDefault(f, List.of())));
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new RawTable(schema, new TextFiles(spark).read(schema.columns(), files)));
  }

  @Override
  public List<Manifest.Input> inputs() {
    return headers.keySet().stream().map(DeliveredFile::examine).toList();
  }

  @Override
  public List<String> ignored() {
    return delivery.ignored();
  }
}
