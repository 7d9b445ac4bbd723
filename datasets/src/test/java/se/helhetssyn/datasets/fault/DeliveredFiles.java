package se.helhetssyn.datasets.fault;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;

/** A folder of delivered files, read as plain CSV. */
final class DeliveredFiles {
  static final DataPackage CONTRACT = DataPackage.load();

  /** A row as it stands in a file: the text of each column. */
  record Line(TableSchema schema, List<String> cells) {
    String get(String column) {
      return cells.get(schema.columns().indexOf(column));
    }

    boolean has(String column) {
      return !get(column).isEmpty();
    }

    boolean is(String column, String value) {
      return get(column).equals(value);
    }

    LocalDate day(String column) {
      return LocalDate.parse(get(column).substring(0, 10));
    }

    String key() {
      return schema.primaryKey().stream().map(this::get).collect(Collectors.joining("|"));
    }

    boolean whole() {
      return cells.size() == schema.columns().size();
    }

    boolean any(Predicate<FieldSchema> fields, Predicate<String> values) {
      return schema.fields().stream()
          .anyMatch(field -> fields.test(field) && values.test(get(field.name())));
    }
  }

  private final Path dir;
  private final Map<String, List<Line>> read = new HashMap<>();

  DeliveredFiles(Path dir) {
    this.dir = dir;
  }

  /** The whole rows of a table's own file, each once. */
  List<Line> rows(String table) {
    return read.computeIfAbsent(
        table, name -> lines(name + ".csv").skip(1).filter(Line::whole).distinct().toList());
  }

  /** All lines of a file, from the first. */
  Stream<Line> lines(String file) {
    TableSchema schema = CONTRACT.require(file.substring(0, file.indexOf('.')));
    return records(file).stream().map(record -> new Line(schema, record.getFields()));
  }

  List<CsvRecord> records(String file) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text(file))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(dir.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of all CSV files, in order. */
  List<String> names() {
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Line> byKey(String table) {
    Map<String, Line> byKey = new LinkedHashMap<>();
    rows(table).forEach(line -> byKey.put(line.key(), line));
    return byKey;
  }

  /** Finds a row by its key, which must be there. */
  Function<String, Line> lookUp(String table) {
    Map<String, Line> byKey = byKey(table);
    return key -> Optional.ofNullable(byKey.get(key)).orElseThrow();
  }

  Map<String, List<Line>> by(String table, String column) {
    return rows(table).stream().collect(Collectors.groupingBy(line -> line.get(column)));
  }

  /** {@code table/key} of the rows that a rule finds. */
  Set<String> where(String table, Predicate<Line> finds) {
    return rows(table).stream()
        .filter(finds)
        .map(line -> table + "/" + line.key())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same over every table that has a column. */
  Set<String> whereAny(String column, Predicate<Line> finds) {
    return CONTRACT.tables().stream()
        .filter(schema -> schema.columns().contains(column))
        .flatMap(schema -> where(schema.name(), finds).stream())
        .collect(Collectors.toSet());
  }

  /** The same over every table but the manifest. */
  Set<String> whereAny(Predicate<Line> finds) {
    return CONTRACT.tables().stream()
        .filter(schema -> !schema.name().equals("extract_manifest"))
        .flatMap(schema -> where(schema.name(), finds).stream())
        .collect(Collectors.toSet());
  }

  static boolean isDay(FieldSchema field) {
    return field.type() == FieldType.DATE || field.type() == FieldType.TIMESTAMP;
  }
}
