package se.helhetssyn.pipelines.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.RunTable;
import se.helhetssyn.pipelines.measure.CaseCells;
import se.helhetssyn.pipelines.measure.Horizon;

/**
 * One trap of a definition.
 *
 * @param number tells cases apart
 * @param indicator definition that it is about
 * @param asOf today
 * @param told columns of the first measure's rows, or of its cells, that the case tells of
 * @param parameters local settings
 * @param cells time that cells are told of; null where the case tells of rows
 * @param then what is told of each row that counts, or of each cell, in text order
 */
record TrapCase(
    int number,
    String indicator,
    String name,
    LocalDate asOf,
    List<String> told,
    Map<String, Integer> parameters,
    @Nullable CellTime cells,
    List<GivenRow> given,
    List<String> then) {

  /**
   * The delivery whose cells a case tells of.
   *
   * @param from first day
   * @param to last day
   * @param series code, or {@code PERSON_DAYS}; {@code MAIN} where not stated
   * @param only column → values, where not all cells are told of
   */
  record CellTime(
      String from, String to, @Nullable String series, @Nullable Map<String, List<String>> only) {
    boolean tells(Map<String, String> cell) {
      return only == null
          || only.entrySet().stream().allMatch(o -> o.getValue().contains(cell.get(o.getKey())));
    }
  }

  /** The definition with the case's settings. */
  IndicatorDefinition definition(IndicatorCatalogue catalogue) {
    return catalogue.with(Map.of(indicator, parameters)).definitions().stream()
        .filter(d -> d.id().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  /** How cells are made of the rows, where the case tells of cells. */
  Optional<CaseCells> added(IndicatorCatalogue catalogue) {
    return Optional.ofNullable(cells)
        .map(time ->
            CaseCells.of(
                definition(catalogue),
                catalogue.tables(),
                given("org_unit"),
                given("org_succession"),
                new Horizon(LocalDate.parse(time.from()), LocalDate.parse(time.to()), asOf)));
  }

  private List<Map<String, @Nullable String>> given(String table) {
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    given.stream().filter(r -> r.table().equals(table)).forEach(r -> rows.add(r.values()));
    return rows;
  }

  /** The given rows and, where the case tells of cells, those of the run's own tables. */
  List<GivenRow> rows(IndicatorCatalogue catalogue) {
    List<GivenRow> rows = new ArrayList<>(given);
    added(catalogue).ifPresent(cells -> addRunRows(cells, rows));
    return rows;
  }

  private static void addRunRows(CaseCells cells, List<GivenRow> rows) {
    for (RunTable table : RunTable.values()) {
      for (Map<String, @Nullable String> row : cells.runRows(table)) {
        rows.add(new GivenRow(table.tableName(), row));
      }
    }
  }

  /** The series that cells are told of. */
  String series() {
    return cells == null || cells.series() == null ? "MAIN" : cells.series();
  }

  /** Whether a cell is one of those that the case tells of. */
  boolean tells(Map<String, String> cell) {
    return cells == null || cells.tells(cell);
  }

  @Override
  public String toString() {
    return indicator + ": " + name;
  }
}
