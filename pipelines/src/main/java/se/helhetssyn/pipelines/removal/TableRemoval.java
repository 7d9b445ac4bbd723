package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;

import io.delta.kernel.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import se.helhetssyn.pipelines.file.DuckDbName;
import se.helhetssyn.pipelines.removal.StoredTables.Stored;
import se.helhetssyn.pipelines.spark.Location;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * Writes a new version of tables without the rows that go. Rows are taken away by a join, never by
 * a predicate: what Delta Lake keeps of an operation in its log holds no key.
 */
final class TableRemoval {
  private final RemovalBench bench;
  private final LazySpark spark;
  private final Path scratch;
  private final TrustedFiles versions;
  private final Map<String, Dataset<Row>> values = new HashMap<>();
  private final Engine engine = DefaultEngine.create(new Configuration());

  /**
   * @param spark asked for only if something is to be written
   * @param scratch an existing folder for the keys of what goes
   */
  TableRemoval(RemovalBench bench, LazySpark spark, TrustedFiles versions, Path scratch) {
    this.bench = bench;
    this.spark = spark;
    this.versions = versions;
    this.scratch = scratch;
  }

  /**
   * A table after the removal.
   *
   * @param version its version
   * @param removed rows that were taken away
   */
  record Cleared(long version, long removed) {}

  /** How many rows of a table at a version are to go. */
  long count(Stored table, long version, List<Handle> handles) {
    List<Path> files = versions.in(table.folder(), version);
    String taken = handles.stream().map(Handle::takes).collect(joining(" OR "));
    return files.isEmpty() || handles.isEmpty()
        ? 0
        : bench.count(RemovalBench.parquet(files) + " WHERE " + taken);
  }

  /** Takes rows away from a table as it is at a version, whatever was written to it since. */
  Cleared clear(Stored table, long version, List<Handle> handles) {
    long removed = count(table, version, handles);
    if (latest(table) != version) {
      DeltaTable.forPath(spark.session(), Location.of(table.folder())).restoreToVersion(version);
    }
    if (removed > 0) {
      Dataset<Row> rows = spark.session().read().format("delta").load(Location.of(table.folder()));
      for (Handle handle : needed(table, version, handles)) {
        rows = without(rows, handle);
      }
      rows.write().format("delta").mode(SaveMode.Overwrite).save(Location.of(table.folder()));
    }
    return new Cleared(latest(table), removed);
  }

  /** The handles that take something which those before them do not. */
  private List<Handle> needed(Stored table, long version, List<Handle> handles) {
    List<Handle> needed = new ArrayList<>();
    long taken = 0;
    for (Handle handle : handles) {
      needed.add(handle);
      long count = count(table, version, needed);
      if (count == taken) {
        needed.removeLast();
      }
      taken = count;
    }
    return needed;
  }

  private long latest(Stored table) {
    return Table.forPath(engine, Location.of(table.folder()))
        .getLatestSnapshot(engine)
        .getVersion();
  }

  private Dataset<Row> without(Dataset<Row> rows, Handle handle) {
    Dataset<Row> gone = values.computeIfAbsent(handle.values(), this::export);
    Column same = null;
    for (int i = 0; i < handle.columns().size(); i++) {
      Column equal =
          rows.col(handle.columns().get(i)).cast("string").equalTo(gone.col(gone.columns()[i]));
      same = same == null ? equal : same.and(equal);
    }
    return rows.join(gone, same, "left_anti");
  }

  private Dataset<Row> export(String table) {
    Path file = scratch.resolve(table + ".parquet");
    bench.execute("COPY %s TO %s (FORMAT parquet)".formatted(table, DuckDbName.toWrite(file)));
    return spark.session().read().parquet(Location.read(file));
  }
}
