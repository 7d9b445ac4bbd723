package se.helhetssyn.pipelines.run;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import se.helhetssyn.pipelines.delivery.Announcement;
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

  private static final Set<String> TIMELESS = Set.of("org_unit", "person", "person_succession");

  static DeliveryPeriod of(
      List<Announcement> announced,
      Optional<MappingDefinition.DeliveredPeriod> mapped,
      Supplier<Optional<LocalDate>> firstEvent,
      LocalDate asOf) {
    List<Coverage> coverage = coverage(announced);
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

  /** What the manifest says of files with events; those of the organisation cover no time. */
  private static List<Coverage> coverage(List<Announcement> announced) {
    return announced.stream()
        .filter(each -> !TIMELESS.contains(each.table()))
        .map(each -> new Coverage(each.table(), each.root().orElse(null), each.from(), each.to()))
        .toList();
  }
}
