package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.pipelines.agreement.NastyDelivery;
import se.helhetssyn.pipelines.file.Resource;

/**
 * The extracts of a small municipality drawn by a seed, one file a table: invented people, the rows
 * that touch every border of the definitions, and on top of both what a delivery holds of disorder.
 * Values are absent, dates are off by some weeks, codes are others, units are unknown, not told or
 * a whole area; people move in the middle of a month, are enrolled twice, are in hospital and die;
 * units move, merge, change their kind and are for a while of none that counts.
 */
final class UntidyExtracts implements AutoCloseable {
  static final LocalDate UNTIL = LocalDate.of(2024, 5, 16);

  /** So long after it that also what takes half a year to be judged has been. */
  static final LocalDate AS_OF = LocalDate.of(2024, 9, 1);

  private static final DataPackage CONTRACT = DataPackage.load();
  private static final Set<String> TIDY =
      Set.of("org_unit", "org_succession", "unit_calendar", "extract_manifest", "reference_figure");

  private final Random random;
  private final Connection rows;

  private UntidyExtracts(long seed) throws SQLException {
    random = new Random(seed);
    rows = DriverManager.getConnection("jdbc:duckdb:");
    execute(
        "CREATE MACRO chance(what, row_id) AS hash(concat('%d ', what, ' ', row_id)) %% 1000000 / 1e6"
            .formatted(seed));
  }

  static MunicipalityPlan plan(long seed) {
    return new MunicipalityPlan(60, 12, 20, seed, UNTIL);
  }

  /** Writes the tables' files into a folder, without a manifest. */
  static void write(long seed, Path folder) throws SQLException, IOException {
    Path tidy = folder.resolveSibling(folder.getFileName() + "-tidy");
    NastyDelivery.write(plan(seed), tidy);
    Files.createDirectories(folder);
    try (UntidyExtracts extracts = new UntidyExtracts(seed)) {
      for (TableSchema table : CONTRACT.tables()) {
        extracts.read(table, tidy);
      }
      extracts.reorganise();
      extracts.disturb();
      for (TableSchema table : CONTRACT.tables()) {
        extracts.write(table.name(), folder);
      }
    }
  }

  private void read(TableSchema table, Path folder) throws SQLException {
    execute(
        "CREATE TABLE %s (%s)"
            .formatted(
                table.name(),
                table.columns().stream().map(c -> c + " VARCHAR").collect(joining(", "))));
    for (String suffix : List.of(".csv", ".nasty.csv")) {
      Path file = folder.resolve(table.name() + suffix);
      if (Files.exists(file) && !table.name().equals("extract_manifest")) {
        execute(
            "INSERT INTO %s BY NAME FROM read_csv(%s, header = true, all_varchar = true)"
                .formatted(table.name(), LocalDatabase.literal(file)));
      }
    }
  }

  private void write(String table, Path folder) throws SQLException {
    if (!texts("SELECT 1 FROM %s LIMIT 1".formatted(table)).isEmpty()) {
      execute(
          "COPY %s TO %s (FORMAT csv, HEADER)"
              .formatted(table, LocalDatabase.literal(folder.resolve(table + ".csv"))));
    }
  }

  /** Units that have been what they are all the time become something else, each in its own way. */
  private void reorganise() throws SQLException {
    List<String> units =
        new ArrayList<>(
            texts(
                """
                SELECT any_value(org_unit_id) FROM org_unit WHERE level = 'UNIT'
                GROUP BY org_unit_id
                HAVING count(*) = 1 AND count(valid_to) = 0 AND any_value(org_unit_id) LIKE 'E%'
                ORDER BY ALL\
                """));
    Collections.shuffle(units, random);
    List<String> areas =
        texts("SELECT DISTINCT org_unit_id FROM org_unit WHERE level = 'SERVICE_AREA' ORDER BY 1");
    String script =
        Resource.text(UntidyExtracts.class, "reorganised.sql")
            .replace("${area}", areas.get(random.nextInt(areas.size())))
            .replace("${other_area}", areas.get(random.nextInt(areas.size())));
    for (int i = 0; i < 6; i++) {
      script =
          script
              .replace("${unit%d}".formatted(i), units.get(i))
              .replace("${day%d}".formatted(i), day().toString())
              .replace("${month%d}".formatted(i), day().withDayOfMonth(1).toString());
    }
    execute(script);
  }

  /** A day in the months that are told of. */
  private LocalDate day() {
    return UNTIL.minusDays(30 + random.nextInt(500));
  }

  private void disturb() throws SQLException {
    List<String> places = texts("SELECT DISTINCT org_unit_id FROM org_unit ORDER BY 1");
    String list =
        Stream.concat(places.stream(), Stream.of("X-404", "X-405"))
            .map("'%s'"::formatted)
            .collect(joining(", "));
    execute(
        "CREATE MACRO somewhere(x) AS [%s, NULL][1 + CAST(floor(x * %d) AS INTEGER)]"
            .formatted(list, places.size() + 3));
    execute(Resource.text(UntidyExtracts.class, "untidy.sql"));
    for (TableSchema table : CONTRACT.tables()) {
      if (!TIDY.contains(table.name())) {
        disturb(table);
      }
    }
  }

  private void disturb(TableSchema table) throws SQLException {
    String id = "concat_ws(' ', %s)".formatted(String.join(", ", table.primaryKey()));
    String changes =
        table.fields().stream()
            .filter(field -> !table.primaryKey().contains(field.name()))
            .flatMap(field -> otherwise(table, field).map(v -> change(field.name(), id, v)))
            .collect(joining(", "));
    if (!changes.isEmpty()) {
      execute("UPDATE %s SET %s".formatted(table.name(), changes));
    }
  }

  private static String change(String column, String id, String otherwise) {
    return "%1$s = CASE WHEN chance('%1$s', %2$s) < 0.02 THEN %3$s ELSE %1$s END"
        .formatted(
            column, id, otherwise.replace("${x}", "chance('%s?', %s)".formatted(column, id)));
  }

  /** What a value might be instead; nothing for one that the row cannot be without. */
  private static Stream<String> otherwise(TableSchema table, FieldSchema field) {
    String target =
        table.foreignKeys().stream()
            .filter(key -> key.fields().contains(field.name()))
            .map(ForeignKey::table)
            .findFirst()
            .orElse("");
    if (target.equals("org_unit")) {
      return Stream.of("somewhere(${x})");
    }
    if (!target.isEmpty()) {
      return Stream.empty();
    }
    if (!field.codes().isEmpty()) {
      return Stream.of(
          "[%s][1 + CAST(floor(${x} * %d) AS INTEGER)]"
              .formatted(
                  field.codes().stream().map("'%s'"::formatted).collect(joining(", ")),
                  field.codes().size()));
    }
    return switch (field.type()) {
      case DATE -> Stream.of(moved("DATE", field.name(), "%Y-%m-%d"));
      case TIMESTAMP -> Stream.of(moved("TIMESTAMP", field.name(), "%Y-%m-%dT%H:%M:%S"));
      default -> field.required() ? Stream.empty() : Stream.of("NULL");
    };
  }

  /** Gone, or some weeks off. */
  private static String moved(String type, String column, String format) {
    return "CASE WHEN ${x} > 0.3 THEN strftime(try_cast(%s AS %s) + to_days(CAST(${x} * 90 - 58 AS INTEGER)), '%s') END"
        .formatted(column, type, format);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = rows.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String query) throws SQLException {
    try (Statement statement = rows.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (found.next()) {
        texts.add(found.getString(1));
      }
      return texts;
    }
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
