package se.helhetssyn.pipelines.mapping;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.intake.TextFiles;
import se.helhetssyn.pipelines.mapping.MappingDefinition.ColumnSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.LookupSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Makes raw canonical rows of source rows, value by value. */
final class MappedRows {
  private static final String CONSTANT = "mappning";
  private static final String KEY = "_key";
  private static final String OTHER_ANSWER = "_other_answer";

  private final SparkSession spark;
  private final SourceFiles files;
  private final Map<String, Dataset<Row>> sources = new HashMap<>();
  private final Map<LookupSource, String> lookups = new HashMap<>();
  private final Map<LookupSource, Dataset<Row>> answers = new HashMap<>();

  MappedRows(SparkSession spark, SourceFiles files) {
    this.spark = spark;
    this.files = files;
  }

  Dataset<Row> rows(TableSchema schema, RowSource source) {
    Dataset<Row> rows = source.from() == null ? oneRow() : read(source.from());
    for (ColumnSource value : source.columns().values()) {
      rows = withLookups(rows, value);
    }
    List<Column> columns = new ArrayList<>();
    for (String column : schema.columns()) {
      ColumnSource value = source.columns().get(column);
      columns.add((value == null ? lit(null) : value(value)).cast("string").as(column));
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
    return sources.computeIfAbsent(
        name, n -> new TextFiles(spark).read(files.columns(n), files.of(n)));
  }

  private Dataset<Row> withLookups(Dataset<Row> rows, ColumnSource value) {
    Dataset<Row> joined = value.lookup() == null ? rows : withAnswer(rows, value.lookup());
    if (value.otherwise() != null) {
      joined = withLookups(joined, value.otherwise());
    }
    for (ColumnSource part : value.concat() == null ? List.<ColumnSource>of() : value.concat()) {
      joined = withLookups(joined, part);
    }
    return joined;
  }

  private Dataset<Row> withAnswer(Dataset<Row> rows, LookupSource lookup) {
    if (List.of(rows.columns()).contains(answer(lookup))) {
      return rows;
    }
    Dataset<Row> asking = withLookups(rows, lookup.by());
    Dataset<Row> other = answers.computeIfAbsent(lookup, this::answers);
    return asking.join(other, value(lookup.by()).equalTo(other.col(KEY)), "left").drop(KEY);
  }

  /** Each key once with its answer; refuses keys that have several. */
  private Dataset<Row> answers(LookupSource lookup) {
    Column taken = source(lookup.take());
    Dataset<Row> found =
        read(lookup.file())
            .filter(source(lookup.key()).isNotNull())
            .groupBy(source(lookup.key()).as(KEY))
            .agg(min(taken).as(answer(lookup)), max(taken).as(OTHER_ANSWER));
    long unclear = found.filter(col(answer(lookup)).notEqual(col(OTHER_ANSWER))).count();
    if (unclear > 0) {
      throw Refusal.badInput(
          "Mappningen hämtar %s ur filen %s med %s som nyckel, men %d %s har flera olika värden där: rätta filen eller välj en annan nyckel."
              .formatted(
                  lookup.take(),
                  files.shown(lookup.file()),
                  lookup.key(),
                  unclear,
                  unclear == 1 ? "nyckel" : "nycklar"));
    }
    return found.drop(OTHER_ANSWER);
  }

  /** The column that a lookup's answer is put in. */
  private String answer(LookupSource lookup) {
    return lookups.computeIfAbsent(lookup, l -> "_answer_" + lookups.size());
  }

  private Column value(ColumnSource value) {
    Column found = translated(dated(plain(value), value), value);
    return value.values() == null && value.otherwise() != null
        ? coalesce(found, value(value.otherwise()))
        : found;
  }

  private Column plain(ColumnSource value) {
    if (value.column() != null) {
      return source(value.column());
    }
    if (value.lookup() != null) {
      return col(answer(value.lookup()));
    }
    if (value.concat() != null) {
      return concat(value.concat().stream().map(this::value).toArray(Column[]::new));
    }
    return lit(value.constant());
  }

  /** A source column, whatever characters its name has. */
  private static Column source(String column) {
    return col("`" + column.replace("`", "``") + "`");
  }

  /** A date in the source's own form, as ISO 8601; what has another form stays as it is. */
  private static Column dated(Column text, ColumnSource value) {
    return value.date() == null
        ? text
        : coalesce(date_format(try_to_timestamp(text, lit(value.date())), "yyyy-MM-dd"), text);
  }

  private Column translated(Column text, ColumnSource value) {
    if (value.values() == null) {
      return text;
    }
    Column chosen = when(lit(false), text);
    for (Map.Entry<String, String> entry : value.values().entrySet()) {
      chosen = chosen.when(text.equalTo(entry.getKey()), lit(entry.getValue()));
    }
    return value.otherwise() == null
        ? chosen.otherwise(text)
        : chosen.when(text.isNotNull(), value(value.otherwise()));
  }
}
