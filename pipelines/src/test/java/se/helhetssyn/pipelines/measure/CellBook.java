package se.helhetssyn.pipelines.measure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureDefinition.Instant;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.pipelines.file.Resource;

/**
 * Cells of several computations beside each other: a table each, whose rows say in words which
 * series, stratum, node and period a cell is of. Days in scope are of the indicator {@code DAYS}.
 */
final class CellBook {
  private static final String DAYS = "DAYS";
  private static final List<String> ATTRIBUTIONS =
      List.of(MeasureQuery.AS_WAS, MeasureQuery.AS_WAS_GEO, MeasureQuery.AS_IS);

  private final LocalDatabase database;
  private final IndicatorCatalogue catalogue;

  private CellBook(LocalDatabase database, IndicatorCatalogue catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  static CellBook in(LocalDatabase database, IndicatorCatalogue catalogue, Horizon horizon)
      throws SQLException {
    CellBook book = new CellBook(database, catalogue);
    book.run("told.sql");
    book.database.fill("told", book.told(horizon));
    return book;
  }

  /** What every series is told of, and by which of its properties it adds up. */
  private Stream<List<@Nullable Object>> told(Horizon horizon) {
    ExpressionSql sql = new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), horizon.asOf());
    Stream<List<@Nullable Object>> series =
        catalogue.definitions().stream()
            .flatMap(d -> MeasureQuery.of(d, catalogue.tables(), sql).stream())
            .flatMap(m ->
                m.series().stream()
                    .map(s -> s.definition())
                    .distinct()
                    .map(s -> told(m, s.code(), s.isWeighted())));
    List<@Nullable Object> days =
        Arrays.asList(DAYS, DAYS, "EVENT", "false", "false", kinds(List.of()), levels(List.of()));
    return Stream.concat(series, Stream.of(days));
  }

  private static List<@Nullable Object> told(MeasureQuery measure, String series, boolean weighs) {
    IndicatorDefinition definition = measure.definition();
    Instant instant = measure.instant();
    return Arrays.asList(
        definition.id(),
        series,
        instant == null ? "EVENT" : instant.name(),
        String.valueOf(weighs),
        String.valueOf(definition.unitOfCount() == IndicatorDefinition.UnitOfCount.UNIT),
        kinds(definition.periods()),
        levels(definition.levels()));
  }

  private static String kinds(List<PeriodKind> kinds) {
    return words(kinds.isEmpty() ? List.of(PeriodKind.values()) : kinds);
  }

  private static String levels(List<OrgLevel> levels) {
    return words(levels.isEmpty() ? List.of(OrgLevel.values()) : levels);
  }

  private static String words(List<?> values) {
    return String.join(" ", values.stream().map(String::valueOf).toList());
  }

  /** Writes the cells of a computation into a table of that name. */
  void write(String name, Cells cells) throws SQLException {
    run("book.sql");
    database.fill("slice_key", slices(cells));
    Grid grid = cells.grid();
    database.fill(
        "grid_node",
        numbers(grid.nodes().size())
            .map(i -> List.of(i, grid.nodes().get(i).level().name(), grid.nodes().get(i).id())));
    database.fill(
        "grid_period", numbers(grid.periods().size()).map(i -> period(i, grid.periods().get(i))));
    database.fill(
        "attributed", numbers(ATTRIBUTIONS.size()).map(i -> List.of(i, ATTRIBUTIONS.get(i))));
    run("cells_in_words.sql", "${book}", name, "${files}", literal(cells));
  }

  private static String literal(Cells cells) {
    return LocalDatabase.literal(cells.files().resolve("*.parquet"));
  }

  private static List<@Nullable Object> period(int number, Period period) {
    String kind = period.isMarchYear() ? "MARCH_YEAR" : period.kind().name();
    return List.of(number, kind, period.start(), period.lastDay());
  }

  private Stream<List<@Nullable Object>> slices(Cells cells) {
    List<Stratum> strata = MeasureQuery.personStrata(catalogue.tables());
    Stream<Cells.SliceKey> days =
        numbers(strata.size() + 1)
            .map(i ->
                new Cells.SliceKey(
                    cells.personDays(), i, DAYS, DAYS, i == 0 ? Stratum.ALL : strata.get(i - 1)));
    return Stream.concat(cells.slices().stream(), days)
        .map(key ->
            List.of(
                key.measure(),
                key.slice(),
                key.indicator(),
                key.series(),
                key.stratum().dimension(),
                key.stratum().value(),
                String.valueOf(strata.contains(key.stratum()))));
  }

  private static Stream<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed();
  }

  /** Runs a file of statements with some of its words replaced. */
  void run(String file, String... replaced) throws SQLException {
    database.execute(text(file, replaced));
  }

  private static String text(String file, String... replaced) {
    String sql = Resource.text(CellBook.class, file);
    for (int i = 0; i < replaced.length; i += 2) {
      sql = sql.replace(replaced[i], replaced[i + 1]);
    }
    return sql;
  }

  /** The first column of what a query gives. */
  List<String> texts(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  /** The indicators that a table speaks of, in order. */
  List<String> indicatorsIn(String table) throws SQLException {
    return texts("SELECT DISTINCT indicator FROM %s ORDER BY indicator".formatted(table));
  }

  /** What a query of a file gives, with some of its words replaced. */
  List<String> found(String file, String... replaced) throws SQLException {
    return texts(text(file, replaced));
  }
}
