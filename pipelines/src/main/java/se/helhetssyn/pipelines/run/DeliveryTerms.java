package se.helhetssyn.pipelines.run;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * What a delivery says of itself in {@code extract_manifest}.
 *
 * @param extractedOn the last day anything was extracted; empty without a manifest
 * @param changesOnly tables that hold changes alone
 * @param subtrees nodes that a part of the delivery is limited to
 */
record DeliveryTerms(
    Optional<LocalDate> extractedOn, List<String> changesOnly, List<String> subtrees) {
  static final String TABLE = "extract_manifest";
  static final DeliveryTerms NONE = new DeliveryTerms(Optional.empty(), List.of(), List.of());

  /** Reads trusted rows of the manifest. */
  static DeliveryTerms of(Dataset<Row> manifest) {
    List<Row> rows = manifest.collectAsList();
    return new DeliveryTerms(
        rows.stream()
            .map(r -> r.<Timestamp>getAs("extracted_at").toLocalDateTime().toLocalDate())
            .max(LocalDate::compareTo),
        rows.stream()
            .filter(r -> "NO".equals(r.getAs("is_full_load")))
            .map(r -> r.<String>getAs("table_name"))
            .sorted()
            .toList(),
        rows.stream()
            .map(r -> Optional.ofNullable(r.<String>getAs("root_org_unit_id")))
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .toList());
  }

  /**
   * Refuses what cannot be taken in yet without losing what an earlier delivery gave.
   *
   * @param storeIsNew whether nothing has been published before
   */
  void requireWhole(boolean storeIsNew) {
    if (!changesOnly.isEmpty()) {
      throw Refusal.badInput(
          "Tabellen %s levereras som ändringar (is_full_load är NO), men bara hela leveranser kan tas emot: leverera hela tabellen."
              .formatted(changesOnly.getFirst()));
    }
    if (!storeIsNew && !subtrees.isEmpty()) {
      throw Refusal.badInput(
          "Leveransen gäller bara %s och skulle ersätta allt annat i lagret: leverera hela organisationen, eller ange ett nytt lager."
              .formatted(subtrees.getFirst()));
    }
  }
}
