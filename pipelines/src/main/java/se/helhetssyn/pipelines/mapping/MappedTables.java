package se.helhetssyn.pipelines.mapping;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.intake.DeliveredFile;
import se.helhetssyn.pipelines.intake.FileHeader;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.intake.RawTables;
import se.helhetssyn.pipelines.intake.TextFiles;
import se.helhetssyn.pipelines.mapping.MappingDefinition.ColumnSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.LookupSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Makes raw canonical tables of a source's own files. */
public final class MappedTables implements RawTables {
  private static final String CONSTANT = "mappning";

  private final SparkSession spark;
  private final MappingDefinition mapping;
  private final Map<String, Map<Path, List<String>>> headers = new LinkedHashMap<>();
  private final Map<String, Dataset<Row>> sources = new HashMap<>();

  private MappedTables(SparkSession spark, MappingDefinition mapping) {
    this.spark = spark;
    this.mapping = mapping;
  }

  /**
   * Finds the source's files; refuses when one is missing.
   *
   * @param folder the delivery
   */
  public static MappedTables in(Path folder, MappingDefinition mapping, SparkSession spark) {
    List<Path> delivered = DeliveredFile.listIn(folder);
    MappedTables tables = new MappedTables(spark, mapping);
    mapping.files().forEach((name, pattern) -> tables.find(name, pattern, delivered));
    return tables;
  }

  private void find(String name, String pattern, List<Path> delivered) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    Map<Path, List<String>> found = new LinkedHashMap<>();
    delivered.stream()
        .filter(f -> matcher.matches(f.getFileName()))
        .forEach(f -> found.put(f, FileHeader.read(f, spark)));
    if (found.isEmpty()) {
      throw Refusal.badInput(
          "Mappningen väntar sig en fil som heter %s, men ingen sådan har levererats."
              .formatted(pattern));
    }
    headers.put(name, found);
  }

  @Override
  public List<Path> files() {
    return headers.values().stream().flatMap(f -> f.keySet().stream()).distinct().toList();
  }

  @Override
  public List<String> ignored() {
    return List.of();
  }

  @Override
  public Optional<RawTable> table(TableSchema schema) {
    return mapping.tables().getOrDefault(schema.name(), List.of()).stream()
        .map(source -> rows(schema, source))
        .reduce(Dataset::unionByName)
        .map(rows -> new RawTable(schema, rows));
  }

  private Dataset<Row> rows(TableSchema schema, RowSource source) {
    Dataset<Row> rows = source.from() == null ? oneRow() : read(source.from());
    for (ColumnSource value : source.columns().values()) {
      rows = withLookups(rows, source, value);
    }
    List<Column> columns = new ArrayList<>();
    for (String column : schema.columns()) {
      ColumnSource value = source.columns().get(column);
      columns.add((value == null ? lit(null) : value(source, value)).cast("string").as(column));
    }
    columns.add(col(RawTable.BROKEN));
    columns.add(col(RawTable.FILE));
    Dataset<Row> mapped = rows.select(columns.toArray(Column[]::new));
    return source.distinct() ? mapped.distinct() : mapped;
  }

  private Dataset<Row> oneRow() {
    return spark.range(1).select(lit(false).as(RawTable.BROKEN), lit(CONSTANT).as(RawTable.FILE));
  }

  private Dataset<Row> read(String name) {
    return sources.computeIfAbsent(name, n -> new TextFiles(spark).read(columns(n), headersOf(n)));
  }

  private List<String> columns(String name) {
    return headersOf(name).values().stream().flatMap(List::stream).distinct().toList();
  }

  private Map<Path, List<String>> headersOf(String name) {
    return headers.getOrDefault(name, Map.of());
  }

  private Dataset<Row> withLookups(Dataset<Row> rows, RowSource source, ColumnSource value) {
    Dataset<Row> joined = rows;
    LookupSource lookup = value.lookup();
    if (lookup != null && !List.of(rows.columns()).contains(lookupColumn(lookup))) {
      requireColumn(source.from(), lookup.by());
      requireColumn(lookup.file(), lookup.key());
      requireColumn(lookup.file(), lookup.take());
      String key = lookupColumn(lookup) + "_key";
      Dataset<Row> other =
          read(lookup.file())
              .groupBy(col(lookup.key()).as(key))
              .agg(first(col(lookup.take()), true).as(lookupColumn(lookup)));
      joined = rows.join(other, rows.col(lookup.by()).equalTo(other.col(key)), "left").drop(key);
    }
    if (value.otherwise() != null) {
      joined = withLookups(joined, source, value.otherwise());
    }
    for (ColumnSource part : value.concat() == null ? List.<ColumnSource>of() : value.concat()) {
      joined = withLookups(joined, source, part);
    }
    return joined;
  }

  private static String lookupColumn(LookupSource lookup) {
    return "_%s_%s_%s_%s".formatted(lookup.file(), lookup.key(), lookup.by(), lookup.take());
  }

  private Column value(RowSource source, ColumnSource value) {
    Column found = translated(dated(plain(source, value), value), source, value);
    return value.values() == null && value.otherwise() != null
        ? coalesce(found, value(source, value.otherwise()))
        : found;
  }

  private Column plain(RowSource source, ColumnSource value) {
    if (value.column() != null) {
      requireColumn(source.from(), value.column());
      return col(value.column());
    }
    if (value.lookup() != null) {
      return col(lookupColumn(value.lookup()));
    }
    if (value.concat() != null) {
      return concat(
          value.concat().stream().map(part -> value(source, part)).toArray(Column[]::new));
    }
    return lit(value.constant());
  }

  /** A date in the source's own form, as ISO 8601; what has another form stays as it is. */
  private static Column dated(Column text, ColumnSource value) {
    return value.date() == null
        ? text
        : coalesce(date_format(try_to_timestamp(text, lit(value.date())), "yyyy-MM-dd"), text);
  }

  private Column translated(Column text, RowSource source, ColumnSource value) {
    if (value.values() == null) {
      return text;
    }
    Column chosen = when(lit(false), text);
    for (Map.Entry<String, String> entry : value.values().entrySet()) {
      chosen = chosen.when(text.equalTo(entry.getKey()), lit(entry.getValue()));
    }
    return value.otherwise() == null
        ? chosen.otherwise(text)
        : chosen.when(text.isNotNull(), value(source, value.otherwise()));
  }

  private void requireColumn(@Nullable String file, String column) {
    if (file == null || !columns(file).contains(column)) {
      throw Refusal.badInput(
          "Mappningen läser kolumnen %s, men den finns inte i filen %s."
              .formatted(column, file == null ? "(ingen)" : mapping.files().get(file)));
    }
  }
}
