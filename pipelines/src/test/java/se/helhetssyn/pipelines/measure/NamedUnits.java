package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.Resource;

/**
 * The same municipality with every row at a unit. A row that names an area, a division or the
 * municipality names a unit of its own there instead, one that names a unit nobody knows has it
 * become known, and one that names none is of a unit called so; the last two lie where rows of no
 * known unit are counted. So everything that a node counts, the nodes below it count.
 */
final class NamedUnits {
  private static final Set<String> OF_THE_TREE =
      Set.of("org_unit", "org_succession", "unit_calendar", "extract_manifest");

  private NamedUnits() {}

  /**
   * Makes the schema {@code named} of the tables in {@code main}.
   *
   * @param certain node where rows of no known unit are counted
   */
  static void make(LocalDatabase database, String certain) throws SQLException {
    database.execute("CREATE SCHEMA named");
    for (TableSchema table : DataPackage.load().tables()) {
      database.execute("CREATE TABLE named.%1$s AS FROM main.%1$s".formatted(table.name()));
    }
    database.execute(Resource.text(NamedUnits.class, "named_units.sql"));
    for (TableSchema table : DataPackage.load().tables()) {
      List<String> columns = units(table);
      if (!columns.isEmpty() && !OF_THE_TREE.contains(table.name())) {
        rename(database, table.name(), columns, certain);
      }
    }
  }

  private static List<String> units(TableSchema table) {
    return table.foreignKeys().stream()
        .filter(key -> key.table().equals("org_unit"))
        .map(ForeignKey::fields)
        .flatMap(List::stream)
        .toList();
  }

  private static void rename(
      LocalDatabase database, String table, List<String> columns, String certain)
      throws SQLException {
    String changes =
        columns.stream()
            .map(
                """
                %1$s = CASE WHEN %1$s IS NULL THEN 'NONE'
                  WHEN %1$s IN (SELECT org_unit_id FROM named_above) THEN %1$s || '+UNIT'
                  ELSE %1$s END\
                """
                    ::formatted)
            .collect(joining(", "));
    database.execute("UPDATE named.%s SET %s".formatted(table, changes));
    for (String column : columns) {
      database.execute(
          """
          INSERT INTO named.org_unit BY NAME
          SELECT DISTINCT %1$s AS org_unit_id, 'UNIT' AS level, '%3$s+SERVICE_AREA' AS parent_id,
            DATE '2000-01-01' AS valid_from
          FROM named.%2$s
          WHERE %1$s NOT IN (SELECT org_unit_id FROM named.org_unit)\
          """
              .formatted(column, table, certain));
    }
  }
}
