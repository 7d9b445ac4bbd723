package se.helhetssyn.pipelines.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.helhetssyn.pipelines.mapping.MappingDefinition;
import se.helhetssyn.pipelines.measure.Horizon;
import se.helhetssyn.pipelines.publish.MartInput.Coverage;

/**
 * Which days were delivered: by the delivery's manifest, else by its mapping, else from the first
 * event to today.
 *
 * @param horizon the time figures can be published for
 * @param coverage what the manifest says of each table; empty without one
 */
record DeliveryPeriod(Horizon horizon, List<Coverage> coverage) {

  static DeliveryPeriod of(
      Optional<Dataset<Row>> manifest,
      Optional<MappingDefinition.DeliveredPeriod> mapped,
      Supplier<Optional<LocalDate>> firstEvent,
      LocalDate asOf) {
    List<Coverage> coverage = manifest.map(DeliveryPeriod::read).orElse(List.of());
    LocalDate from =
        first(coverage)
            .or(() -> mapped.map(MappingDefinition.DeliveredPeriod::from))
            .or(firstEvent)
            .orElse(asOf);
    LocalDate to =
        coverage.stream()
            .map(Coverage::to)
            .max(Comparator.naturalOrder())
            .or(() -> mapped.map(MappingDefinition.DeliveredPeriod::to))
            .orElse(asOf);
    return new DeliveryPeriod(new Horizon(from, to, asOf), coverage);
  }

  private static Optional<LocalDate> first(List<Coverage> coverage) {
    return coverage.stream().map(Coverage::from).min(Comparator.naturalOrder());
  }

  /** Rows of {@code extract_manifest} about events; those of the organisation cover no time. */
  private static List<Coverage> read(Dataset<Row> manifest) {
    List<Coverage> coverage = new ArrayList<>();
    for (Row row : manifest.collectAsList()) {
      String table = row.getAs("table_name");
      if (!table.equals("org_unit") && !table.equals("person")) {
        coverage.add(
            new Coverage(
                table,
                row.getAs("root_org_unit_id"),
                day(row, "period_from"),
                day(row, "period_to")));
      }
    }
    return coverage;
  }

  private static LocalDate day(Row row, String column) {
    return row.<java.sql.Date>getAs(column).toLocalDate();
  }
}
