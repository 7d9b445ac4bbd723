package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.ui.wording.Wording.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.quality.DeliveryLoad;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.ui.page.Filter;
import se.helhetssyn.ui.period.Address;
import se.helhetssyn.ui.wording.TableNames;
import se.helhetssyn.ui.wording.Wording;

/**
 * Everything that is chosen on the page.
 *
 * @param node the part of the organisation
 * @param table canonical table
 * @param source source system
 * @param month when files came
 * @param indicator whose revised figures are shown
 * @param file whose findings are shown; empty for all
 * @param cell whose rules are shown; empty for all with remarks
 * @param rule whose threshold is to be moved; empty for none yet
 */
record QualityChoice(
    OrgNode node,
    Filter table,
    Filter source,
    Filter month,
    Filter indicator,
    Optional<String> file,
    Optional<KahnCell> cell,
    Optional<String> rule) {
  static final String PATH = "datakvalitet";
  static final String NODE = "org";
  static final String FILE = "fil";
  static final String CELL = "del";
  static final String RULE = "regel";

  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  /** Reads what is chosen from an address; only what there is something to show for is offered. */
  static QualityChoice of(QualityFacts facts, OrgNode node, Map<String, List<String>> query) {
    return new QualityChoice(
        node,
        filter(
            "tabell",
            text("quality.filter.tabell"),
            text("quality.filter.tabell.all"),
            tables(facts),
            query),
        filter(
            "kalla",
            text("quality.filter.kalla"),
            text("quality.filter.kalla.all"),
            sources(facts),
            query),
        filter(
            "manad",
            text("quality.filter.manad"),
            text("quality.filter.manad.all"),
            months(facts),
            query),
        filter(
            "indikator",
            text("quality.filter.indikator"),
            text("quality.filter.indikator.all"),
            indicators(facts),
            query),
        asked(query, FILE),
        asked(query, CELL).flatMap(KahnCell::read),
        asked(query, RULE).filter(id -> facts.rule(id).isPresent()));
  }

  private static Optional<String> asked(Map<String, List<String>> query, String parameter) {
    return query.getOrDefault(parameter, List.of()).stream().findFirst();
  }

  private static Filter filter(
      String parameter,
      String label,
      String all,
      List<Filter.Option> options,
      Map<String, List<String>> query) {
    return Filter.restricting(parameter, label, all, options, asked(query, parameter));
  }

  private static List<Filter.Option> tables(QualityFacts facts) {
    Stream<String> checked = facts.checks().stream().map(QualityCheck::table);
    Stream<String> came = facts.loads().stream().map(DeliveryLoad::table);
    return Stream.concat(checked, came)
        .distinct()
        .map(table -> new Filter.Option(table, TableNames.of(table)))
        .sorted(Comparator.comparing(Filter.Option::name))
        .toList();
  }

  private static List<Filter.Option> sources(QualityFacts facts) {
    return facts.loads().stream()
        .map(DeliveryLoad::sourceSystem)
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .sorted()
        .map(source -> new Filter.Option(source, source))
        .toList();
  }

  private static List<Filter.Option> months(QualityFacts facts) {
    return facts.loads().stream()
        .map(QualityChoice::cameIn)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(month -> new Filter.Option(code(month), MonthSpans.month(month)))
        .toList();
  }

  private static List<Filter.Option> indicators(QualityFacts facts) {
    return facts.indicators().stream().map(i -> new Filter.Option(i.id(), i.name())).toList();
  }

  private static LocalDate cameIn(DeliveryLoad load) {
    return Instant.parse(load.loadedAt()).atZone(STOCKHOLM).toLocalDate().withDayOfMonth(1);
  }

  private static String code(LocalDate month) {
    return month.toString().substring(0, 7);
  }

  boolean isAbout(String otherTable) {
    return table.code().map(otherTable::equals).orElse(true);
  }

  boolean isFrom(String system) {
    return source.code().map(system::equals).orElse(true);
  }

  boolean shows(DeliveryLoad load) {
    return isAbout(load.table())
        && isFrom(load.sourceSystem())
        && month.code().map(code(cameIn(load))::equals).orElse(true);
  }

  /** The filters in the order they are offered. */
  List<Filter> filters() {
    return List.of(table, source, month, indicator);
  }

  /** What the address asked for and does not get, in sentences. */
  List<String> refused() {
    return filters().stream()
        .filter(Filter::refused)
        .map(filter ->
            text(
                "compare.refused",
                filter.label().toLowerCase(Wording.SWEDISH),
                filter.chosen().name()))
        .toList();
  }

  /** The address that shows this choice, without file, cell and rule. */
  Address address() {
    Address address = new Address(PATH, Map.of());
    if (node.parentId().isPresent()) {
      address = address.with(NODE, node.id());
    }
    for (Filter filter : filters()) {
      address = address.with(filter.parameter(), filter.code().orElse(null));
    }
    return address;
  }

  /** The address of a section with one more thing chosen. */
  String link(String parameter, String value, String section) {
    return address().with(parameter, value).href() + "#" + section;
  }

  /** The choice in words, for paper. */
  String words() {
    Stream<String> chosen =
        filters().stream().map(filter -> filter.label() + ": " + filter.chosen().name());
    return Stream.concat(Stream.of(node.name()), chosen).collect(joining(" · "));
  }
}
