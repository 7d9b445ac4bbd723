package se.helhetssyn.datasets.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Every table that may be delivered, as the descriptor {@code datapackage.json} lists them
 * (Frictionless Data Package 1 with properties of our own: of a table {@code helhetssyn:rules},
 * {@code helhetssyn:flags}, {@code helhetssyn:eventDates} and {@code helhetssyn:registration}; of a
 * column {@code helhetssyn:coded}, {@code helhetssyn:aliases} and {@code helhetssyn:rule}). What an
 * intake itself brings forth, such as its findings, is a result and no table that may be delivered.
 *
 * @param tables the tables, in the order of the descriptor
 */
public record DataPackage(List<TableSchema> tables) {
  private static final String DESCRIPTOR = "datapackage.json";

  public DataPackage {
    tables = List.copyOf(tables);
  }

  /** Reads the descriptor that belongs to the program. */
  public static DataPackage load() {
    try (InputStream json = DataPackage.class.getResourceAsStream(DESCRIPTOR)) {
      if (json == null) {
        throw new IllegalStateException(DESCRIPTOR + " is not on the class path");
      }
      return DescriptorReader.read(DESCRIPTOR, json);
    } catch (IOException e) {
      throw new IllegalStateException(DESCRIPTOR + " cannot be read", e);
    }
  }

  /** The table of that name, or empty. */
  public Optional<TableSchema> find(String table) {
    return tables.stream().filter(schema -> schema.name().equals(table)).findFirst();
  }

  /** The table of that name; throws {@link IllegalArgumentException} if there is none. */
  public TableSchema require(String table) {
    return find(table)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "No table " + table + ", only " + tables.stream().map(TableSchema::name).toList()));
  }
}
