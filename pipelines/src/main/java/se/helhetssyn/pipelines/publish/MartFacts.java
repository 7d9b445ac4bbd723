package se.helhetssyn.pipelines.publish;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue.DefinitionText;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.SeriesDefinition;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.pipelines.measure.Organisation;
import se.helhetssyn.pipelines.measure.OrganisationToday;

/** Lays on the workbench what is known before any row is counted. */
final class MartFacts {
  /** Tables that every layer holds alike. */
  static final List<MartTable> TABLES =
      List.of(
          MartSchema.ORG_UNIT,
          MartSchema.INDICATOR_DEFINITION,
          MartSchema.INDICATOR_SERIES,
          MartSchema.QUALITY_RULE,
          DeliverySchema.INDICATOR_DELAY,
          DeliverySchema.INDICATOR_PARAMETER,
          DeliverySchema.DELIVERY_GAP);

  /** The organisation of the day that rows are counted on, and the last known one. */
  private static final String THEN = "THEN";

  private static final String NOW = "NOW";

  private final MartInput input;
  private final OrganisationToday today;

  MartFacts(MartInput input) {
    this.input = input;
    this.today = input.organisation().today(input.horizon().lastKnownDay());
  }

  void fill(Workbench bench) throws SQLException {
    for (MartTable table : TABLES) {
      bench.execute(table.createStatement());
    }
    bench.run("tables.sql");
    bench.fill("run", run());
    bench.fill("period", periods());
    bench.fill("node", nodes());
    bench.fill("alike", alike());
    bench.fill("kinship", kinship());
    bench.fill("regrouped", regrouped());
    bench.fill("coverage", coverage());
    bench.fill("silent_month", silentMonths());
    bench.fill("indicator_table", indicatorTables());
    bench.fill("series", series());
    bench.fill("closed_series", closedSeries());
    bench.fill("told_kind", toldKinds());
    bench.fill("told_level", toldLevels());
    new CellFacts(input.cells(), input.catalogue().tables()).fill(bench);
    bench.fill("org_unit", orgUnits());
    bench.fill("indicator_definition", definitions());
    bench.fill("indicator_series", seriesNames());
    bench.fill("indicator_delay", preliminaryDays());
    bench.fill("indicator_parameter", parameters());
    new DeliveryFacts(input).fill(bench);
    new QualityFacts(input.findings(), input.checked(), input.accounts()).fill(bench);
  }

  private Stream<List<@Nullable Object>> run() {
    return Stream.of(row(input.horizon().asOf(), input.horizon().lastKnownDay()));
  }

  /** Those whose rows are still kept; figures of others are taken over. */
  private Stream<List<@Nullable Object>> periods() {
    LocalDate kept = Objects.requireNonNullElse(input.culledBefore(), LocalDate.MIN);
    return Stream.concat(
            Stream.of(PeriodKind.values()).flatMap(kind -> input.horizon().periods(kind).stream()),
            input.horizon().marchYears().stream())
        .filter(p -> !p.start().isBefore(kept))
        .map((Period p) -> row(p.kind().name(), p.start(), p.lastDay(), p.isMarchYear()));
  }

  private Stream<List<@Nullable Object>> nodes() {
    return Stream.concat(
        nodes(THEN, input.organisation().activeNodes()), nodes(NOW, today.activeNodes()));
  }

  private static Stream<List<@Nullable Object>> nodes(
      String organisation, Stream<Organisation.Belonging> active) {
    return active.map(n -> row(organisation, n.level().name(), n.node(), n.from(), n.to()));
  }

  /** Which units each group of units consists of. */
  private Stream<List<@Nullable Object>> alike() {
    return Stream.concat(
        alike(THEN, input.organisation().activeNodes()), alike(NOW, today.activeNodes()));
  }

  private static Stream<List<@Nullable Object>> alike(
      String organisation, Stream<Organisation.Belonging> active) {
    return active
        .filter(n -> !n.level().isOfTree())
        .map(n -> row(organisation, n.node(), n.anchor(), n.from(), n.to()));
  }

  /** Which nodes tell of each other: today also those that told of what a node carries on. */
  private Stream<List<@Nullable Object>> kinship() {
    Map<String, Set<String>> then = new TreeMap<>();
    input.organisation().belongings().stream()
        .filter(b -> b.level().isOfTree())
        .forEach(b -> {
          then.computeIfAbsent(b.anchor(), id -> new TreeSet<>()).add(b.node());
          then.computeIfAbsent(b.node(), id -> new TreeSet<>()).add(b.anchor());
        });
    Map<String, Set<String>> now = new TreeMap<>();
    today.belongings().stream()
        .filter(b -> b.level().isOfTree())
        .forEach(b ->
            now.computeIfAbsent(b.node(), id -> new TreeSet<>())
                .addAll(then.getOrDefault(b.anchor(), Set.of())));
    return Stream.concat(pairs(THEN, then), pairs(NOW, now));
  }

  private static Stream<List<@Nullable Object>> pairs(
      String organisation, Map<String, Set<String>> kin) {
    return kin.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(other -> row(organisation, e.getKey(), other)));
  }

  private Stream<List<@Nullable Object>> regrouped() {
    return today.regrouped().stream().map(MartFacts::row);
  }

  private Stream<List<@Nullable Object>> coverage() {
    return input.coverage().stream()
        .flatMap(c ->
            (c.root() == null ? input.organisation().roots().stream() : Stream.of(c.root()))
                .map(root -> row(c.table(), root, c.from(), c.to())));
  }

  private Stream<List<@Nullable Object>> silentMonths() {
    return input.silent().stream().map(s -> row(s.table(), s.unit(), s.month()));
  }

  private Stream<List<@Nullable Object>> indicatorTables() {
    return input.catalogue().definitions().stream()
        .flatMap(d -> d.tables().stream().map(t -> row(d.id(), t)));
  }

  private Stream<List<@Nullable Object>> series() {
    return new SeriesFacts(input).rows();
  }

  private Stream<List<@Nullable Object>> closedSeries() {
    return input.catalogue().definitions().stream()
        .flatMap(
            d -> d.series().filter(SeriesDefinition::isClosed).map(s -> row(d.id(), s.code())));
  }

  private Stream<List<@Nullable Object>> toldKinds() {
    return input.catalogue().definitions().stream()
        .flatMap(d ->
            Stream.of(PeriodKind.values())
                .filter(kind -> d.periods().isEmpty() || d.periods().contains(kind))
                .map(kind -> row(d.id(), kind.name())));
  }

  private Stream<List<@Nullable Object>> toldLevels() {
    return input.catalogue().definitions().stream()
        .flatMap(d ->
            Stream.of(OrgLevel.values())
                .filter(level -> d.levels().isEmpty() || d.levels().contains(level))
                .map(level -> row(d.id(), level.name())));
  }

  private Stream<List<@Nullable Object>> preliminaryDays() {
    return input.catalogue().definitions().stream()
        .map(d -> {
          PreliminaryDays days = PreliminaryDays.of(d, input.delays());
          return row(d.id(), days.days(), days.table(), days.measured());
        });
  }

  private Stream<List<@Nullable Object>> parameters() {
    return input.catalogue().definitions().stream()
        .flatMap(d ->
            new TreeMap<>(d.parameters())
                .entrySet().stream().map(p -> row(d.id(), p.getKey(), p.getValue())));
  }

  private Stream<List<@Nullable Object>> orgUnits() {
    return input
        .orgUnits()
        .select(
            "org_unit_id",
            "name",
            "level",
            "parent_id",
            "unit_type",
            "orientation",
            "provider_form",
            "valid_from",
            "valid_to")
        .collectAsList()
        .stream()
        .map(MartFacts::values);
  }

  private static List<@Nullable Object> values(Row row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(row.get(i) instanceof Date date ? date.toLocalDate() : row.get(i));
    }
    return values;
  }

  private Stream<List<@Nullable Object>> definitions() {
    return input.catalogue().entries().stream().map(MartFacts::definition);
  }

  private static List<@Nullable Object> definition(DefinitionText entry) {
    IndicatorDefinition d = entry.definition();
    IndicatorDefinition.Target target = d.target();
    return row(
        d.id(),
        d.version(),
        d.order(),
        d.heading(),
        d.name(),
        d.nameEn(),
        d.purpose(),
        d.counted(),
        d.direction().name(),
        target == null ? null : target.value(),
        target == null ? null : target.source(),
        d.maturity(),
        entry.text(),
        d.core());
  }

  private Stream<List<@Nullable Object>> seriesNames() {
    return input.catalogue().definitions().stream()
        .flatMap(d -> {
          List<List<@Nullable Object>> rows = new ArrayList<>();
          d.series()
              .forEach(s ->
                  rows.add(
                      row(d.id(), d.version(), rows.size(), s.code(), s.name(), s.kind().name())));
          return rows.stream();
        });
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
