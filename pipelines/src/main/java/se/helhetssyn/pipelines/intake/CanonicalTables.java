package se.helhetssyn.pipelines.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.reading.Delivered;
import se.helhetssyn.pipelines.reading.DeliveredRows;
import se.helhetssyn.pipelines.refusal.Refusal;

/** What came in the canonical layout: files named after their table, with its columns. */
public final class CanonicalTables implements RawTables {
  private final Delivery delivery;

  private CanonicalTables(Delivery delivery) {
    this.delivery = delivery;
  }

  /** Holds the files' headers against the contract; refuses those that do not agree. */
  public static CanonicalTables of(Delivery delivery, DataPackage contract) {
    for (TableSchema schema : contract.tables()) {
      for (ReceivedFile file : delivery.taken(schema.name())) {
        List<String> header = file.arrived().form().map(FileForm::header).orElse(List.of());
        requireKnown(schema, header, file);
        requireWhole(schema, header, file);
      }
    }
    return new CanonicalTables(delivery);
  }

  private static void requireKnown(TableSchema schema, List<String> header, ReceivedFile file) {
    for (String column : header) {
      if (!schema.columns().contains(column)) {
        throw Refusal.badInput(
            "Filen %s har kolumnen %s, som inte finns i tabellen %s: rätta namnet%s eller ta bort kolumnen."
                .formatted(file.name(), column, schema.name(), suggestion(schema, column)));
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

  private static void requireWhole(TableSchema schema, List<String> header, ReceivedFile file) {
    schema.fields().stream()
        .filter(FieldSchema::required)
        .map(FieldSchema::name)
        .filter(column -> !header.contains(column))
        .findFirst()
        .ifPresent(column -> {
          throw Refusal.badInput(
              "Filen %s saknar kolumnen %s, som måste finnas i tabellen %s."
                  .formatted(file.name(), column, schema.name()));
        });
  }

  @Override
  public Optional<RawTable> table(TableSchema schema, SparkSession spark) {
    List<Delivered> files =
        delivery.taken(schema.name()).stream().flatMap(file -> delivered(file).stream()).toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new RawTable(schema, DeliveredRows.read(spark, schema.columns(), files)));
  }

  private static Optional<Delivered> delivered(ReceivedFile file) {
    return file.arrived()
        .form()
        .map(form -> new Delivered(file.arrived().path(), file.name(), form));
  }
}
