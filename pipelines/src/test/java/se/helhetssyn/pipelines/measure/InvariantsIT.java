package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.pipelines.measure.SeededMunicipality.Way;

/**
 * What holds of the cells of every definition, whatever the municipality. More seeds: {@code
 * -Dhelhetssyn.invariants.seeds=1,2,3}.
 *
 * <p>Which counts add follows from what a definition says. Over nodes all do, in the periods in
 * which the organisation stands still: a row counts at one unit, and at all above it. Over months
 * only rows do that happen on a day. A row that is told of once in each period is judged there by
 * itself (a conference postponed within the quarter but out of the month); one of a period's last
 * day stands for the period, which is then as its last month is; one of a national day, of a window
 * or of years that begin with March has no months. Persons, and the largest of them, add neither
 * way: the same person may be of several parts, so that the whole lies between its largest part and
 * their sum. Medians and quartiles do not add either, but the days they are made of do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InvariantsIT {
  private static final String MONTHS = "made_of_months";
  private static final String UNITS = "made_of_units";

  /** About deliveries and not of them. */
  private static final String MANIFEST = "extract_manifest";

  /** Of sixty-seven definitions, how many some persons are counted in at the least. */
  private static final int MOVED = 40;

  @TempDir private static Path folder;

  private final Map<Long, SeededMunicipality> municipalities = new HashMap<>();

  static List<Long> seeds() {
    String seeds = System.getProperty("helhetssyn.invariants.seeds", "20240516");
    return List.of(seeds.split(",")).stream().map(Long::valueOf).toList();
  }

  private SeededMunicipality municipality(long seed) throws SQLException, IOException {
    SeededMunicipality made = municipalities.get(seed);
    if (made == null) {
      made = SeededMunicipality.of(seed, folder.resolve(String.valueOf(seed)));
      municipalities.put(seed, made);
    }
    return made;
  }

  @AfterAll
  void close() throws SQLException {
    for (SeededMunicipality municipality : municipalities.values()) {
      municipality.close();
    }
  }

  private static void requireNone(long seed, List<String> violations) {
    assertThat(violations)
        .withFailMessage("seed %d:%n%s", seed, String.join("\n", violations))
        .isEmpty();
  }

  private static List<String> differences(CellBook book, Way one, Way other, String condition)
      throws SQLException {
    return book.found(
        "differences.sql",
        "${one}",
        one.name(),
        "${other}",
        other.name(),
        "${condition}",
        condition);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingOfThisIsSaidOfADefinitionWithoutRows(long seed) throws SQLException, IOException {
    SeededMunicipality municipality = municipality(seed);
    assertThat(
            municipality.with(Way.ORDERED).indicatorsIn("(FROM ORDERED WHERE indicator <> 'DAYS')"))
        .as("seed %d", seed)
        .containsExactlyElementsOf(municipality.indicators());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfRowsAndTheirDivisionDoNotMatter(long seed) throws SQLException, IOException {
    CellBook book =
        municipality(seed)
            .with(Way.ORDERED, Way.SHUFFLED, Way.NAMED, Way.NAMED_SPARK, Way.NAMED_SPARK_SHUFFLED);
    requireNone(seed, differences(book, Way.ORDERED, Way.SHUFFLED, "TRUE"));
    requireNone(seed, differences(book, Way.NAMED, Way.NAMED_SPARK, "TRUE"));
    requireNone(seed, differences(book, Way.NAMED_SPARK, Way.NAMED_SPARK_SHUFFLED, "TRUE"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void countsAddOverUnits(long seed) throws SQLException, IOException {
    for (Way way : List.of(Way.NAMED, Way.NAMED_SPARK)) {
      requireAdded(seed, way, UNITS);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void countsAddOverMonths(long seed) throws SQLException, IOException {
    for (Way way : List.of(Way.NAMED, Way.NAMED_SPARK)) {
      requireAdded(seed, way, MONTHS);
      CellBook book = municipality(seed).with(way);
      requireNone(seed, book.found("ends_stand.sql", "${book}", way.name()));
    }
  }

  private void requireAdded(long seed, Way way, String parts) throws SQLException, IOException {
    CellBook book = municipality(seed).with(Way.NAMED, way);
    String[] replaced = {"${book}", way.name(), "${parts}", parts};
    book.run("adding.sql", replaced);
    requireNone(seed, book.found("not_added.sql", replaced));
    requireNone(seed, book.found("persons_beyond.sql", replaced));
    assertThat(book.indicatorsIn("(FROM %s_%s WHERE whole > 0)".formatted(way, parts)))
        .as("seed %d: what has added up over its parts", seed)
        .containsExactlyElementsOf(book.indicatorsIn(parts));
  }

  /** But for the number of units: there are more of them. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRowThatNamesANodeCountsThereAsOneOfAUnitBelow(long seed) throws SQLException, IOException {
    CellBook book = municipality(seed).with(Way.ORDERED, Way.NAMED);
    String condition =
        """
        level NOT IN ('MUNICIPALITY', 'DIVISION')
        AND node IN (
          SELECT org_unit_id FROM main.org_unit
          UNION ALL
          SELECT node FROM grid_node WHERE level LIKE '%TYPE%' OR level = 'PROVIDER_FORM')
        AND indicator NOT IN (SELECT indicator FROM told WHERE of_units = 'true')\
        """;
    requireNone(seed, differences(book, Way.ORDERED, Way.NAMED, condition));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anUnrelatedPersonChangesNothingElsewhere(long seed) throws SQLException, IOException {
    CellBook book =
        municipality(seed).with(Way.NAMED, Way.NAMED_SPARK, Way.JOINED, Way.JOINED_SPARK);
    requireNone(seed, book.found("outside.sql", "${one}", "NAMED", "${other}", "JOINED"));
    requireNone(
        seed, book.found("outside.sql", "${one}", "NAMED_SPARK", "${other}", "JOINED_SPARK"));
    assertThat(book.indicatorsIn("(FROM JOINED EXCEPT FROM NAMED)"))
        .as("seed %d: what the persons are counted in", seed)
        .hasSizeGreaterThan(MOVED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDeliverySplitInTwoEqualsTheWhole(long seed) throws SQLException, IOException {
    SeededMunicipality municipality = municipality(seed);
    TakenStore whole = municipality.whole();
    TakenStore halves = municipality.halves();
    assertThat(halves.versions()).containsOnlyKeys(whole.versions().keySet());
    for (String table : new TreeSet<>(whole.versions().keySet())) {
      if (!table.equals(MANIFEST)) {
        requireNone(
            seed, onlyOne(municipality.with(), table, whole.rows(table), halves.rows(table)));
      }
    }
    assertThat(halves.last().silent())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(whole.last().silent());
    assertThat(halves.last().deliveries().latestExtractions())
        .as("seed %d", seed)
        .isEqualTo(whole.last().deliveries().latestExtractions());
  }

  private static List<String> onlyOne(CellBook book, String what, String whole, String halves)
      throws SQLException {
    return book.found("only_one.sql", "${what}", what, "${whole}", whole, "${halves}", halves);
  }
}
