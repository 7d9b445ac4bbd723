package se.helhetssyn.pipelines.trusted;

import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import se.helhetssyn.pipelines.spark.Location;

/**
 * What a Delta Lake table consists of at a version. Its log is read here, in some milliseconds:
 * Spark would put the same list together in several jobs.
 *
 * @param snapshot what its log says of it
 * @param files the Parquet files with its rows; none if it has none
 */
record TableVersion(Snapshot snapshot, List<Path> files) {
  static final Engine ENGINE = DefaultEngine.create(new Configuration());

  static TableVersion of(Path folder, long version) {
    Snapshot table =
        Table.forPath(ENGINE, Location.of(folder)).getSnapshotAsOfVersion(ENGINE, version);
    return new TableVersion(table, files(table));
  }

  /** Its columns. */
  StructType columns() {
    return (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
  }

  private static List<Path> files(Snapshot table) {
    List<Path> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        table.getScanBuilder().build().getScanFiles(ENGINE)) {
      while (batches.hasNext()) {
        add(batches.next(), files);
      }
      return List.copyOf(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(FilteredColumnarBatch batch, List<Path> files) throws IOException {
    try (CloseableIterator<Row> rows = batch.getRows()) {
      while (rows.hasNext()) {
        files.add(path(rows.next()));
      }
    }
  }

  private static Path path(Row file) {
    String path = InternalScanFileUtils.getAddFileStatus(file).getPath();
    if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) != null) {
      throw new IllegalStateException("rows are deleted in " + path);
    }
    return Path.of(new org.apache.hadoop.fs.Path(path).toUri().getPath());
  }
}
