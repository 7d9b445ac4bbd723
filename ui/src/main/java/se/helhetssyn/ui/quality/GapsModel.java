package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static se.helhetssyn.ui.quality.LinkedTable.Cell;
import static se.helhetssyn.ui.wording.Wording.text;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.quality.DeliveryGap;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.TableNames;
import se.helhetssyn.ui.wording.Wording;

/**
 * Units that were expected to deliver and did not.
 *
 * @param table one row per unit and table, by name
 * @param units how many units (count)
 */
record GapsModel(LinkedTable table, int units) {
  private record Place(String unit, String table) {}

  static GapsModel of(QualityFacts facts, QualityChoice choice) {
    Map<Place, List<LocalDate>> months =
        facts.gaps().stream()
            .filter(gap -> choice.isAbout(gap.table()))
            .filter(gap -> facts.within(choice.node(), gap.unit()))
            .collect(
                groupingBy(
                    gap -> new Place(gap.unit(), gap.table()),
                    mapping(DeliveryGap::month, toList())));
    List<List<Cell>> rows =
        months.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue(), facts))
            .sorted(
                Comparator.<List<Cell>, String>comparing(
                        row -> row.getFirst().words(), Collator.getInstance(Wording.SWEDISH))
                    .thenComparing(row -> row.get(1).words()))
            .toList();
    LinkedTable table =
        LinkedTable.of(
            text("quality.gaps.caption"),
            List.of(
                text("quality.column.unit"),
                text("quality.column.table"),
                text("quality.column.months"),
                text("quality.column.said")),
            rows);
    return new GapsModel(table, (int) months.keySet().stream().map(Place::unit).distinct().count());
  }

  private static List<Cell> row(Place place, List<LocalDate> months, QualityFacts facts) {
    String name = facts.unitName(place.unit());
    boolean known = facts.organisation().find(place.unit()).isPresent();
    return List.of(
        known ? Cell.to("enhet/" + place.unit(), name) : Cell.of(name),
        Cell.of(TableNames.of(place.table())),
        Cell.of(MonthSpans.words(months.stream().sorted().toList())),
        Cell.of(text("state.missing")));
  }

  /** How many units lack something. */
  String sentence() {
    return text("quality.gaps.sentence", SwedishNumbers.whole(units));
  }
}
