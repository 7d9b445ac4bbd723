package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.pipelines.mapping.MappingDefinition;
import se.helhetssyn.pipelines.measure.Horizon;
import se.helhetssyn.pipelines.publish.MartInput.Coverage;

/**
 * Which days were delivered: by what manifests said of all files that ever came, else by the
 * mapping, else from the first event to today.
 *
 * @param all the time figures can be published for, if nothing is culled
 * @param coverage what manifests say of each table; nothing of one that also came without
 */
record DeliveryPeriod(Horizon all, List<Coverage> coverage) {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final Set<String> TIMELESS = Set.of("org_unit", "person", "person_succession");

  static DeliveryPeriod of(
      DeliveryLog deliveries,
      Optional<MappingDefinition.DeliveredPeriod> mapped,
      Supplier<Optional<LocalDate>> firstEvent,
      LocalDate asOf) {
    List<DeliveredFile> files = deliveries.files().stream().filter(DeliveredFile::taken).toList();
    List<Coverage> told = files.stream().flatMap(file -> coverage(file).stream()).toList();
    Set<String> untold =
        files.stream().filter(f -> !f.announced()).map(DeliveredFile::table).collect(toSet());
    LocalDate from =
        told.stream()
            .map(Coverage::from)
            .min(Comparator.naturalOrder())
            .or(() -> mapped.map(MappingDefinition.DeliveredPeriod::from))
            .or(firstEvent)
            .orElse(asOf);
    LocalDate to =
        Stream.concat(told.stream().map(Coverage::to), arrivals(told, files, asOf))
            .max(Comparator.naturalOrder())
            .or(() -> mapped.map(MappingDefinition.DeliveredPeriod::to))
            .orElse(asOf);
    return new DeliveryPeriod(
        new Horizon(from, to, asOf),
        told.stream().filter(each -> !untold.contains(each.table())).distinct().toList());
  }

  /** Where manifests tell of some files, others are about the time until they came. */
  private static Stream<LocalDate> arrivals(
      List<Coverage> told, List<DeliveredFile> files, LocalDate asOf) {
    return files.stream()
        .filter(file -> !told.isEmpty() && !file.announced() && file.full())
        .filter(file -> !TIMELESS.contains(file.table()))
        .map(file -> Instant.parse(file.extractedAt()).atZone(SWEDEN).toLocalDate())
        .map(day -> day.isAfter(asOf) ? asOf : day);
  }

  /** What a manifest says of a file with events; those of the organisation cover no time. */
  private static Optional<Coverage> coverage(DeliveredFile file) {
    return !file.announced() || TIMELESS.contains(file.table())
        ? Optional.empty()
        : Optional.of(
            new Coverage(
                file.table(),
                file.root(),
                LocalDate.parse(file.from()),
                LocalDate.parse(file.to())));
  }

  /**
   * The time figures can be published for.
   *
   * @param culledBefore first day of which rows of persons are still kept; null if none were culled
   */
  Horizon horizon(@Nullable LocalDate culledBefore) {
    return culledBefore == null || !all.deliveredFrom().isBefore(culledBefore)
        ? all
        : new Horizon(culledBefore, all.deliveredTo(), all.asOf());
  }
}
