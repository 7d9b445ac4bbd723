package se.helhetssyn.pipelines.trusted;

import io.delta.kernel.Scan;
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
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.spark.Location;

/**
 * Finds the Parquet files that hold a trusted table's rows, for an engine other than Spark. Columns
 * stand in them under their own names; a timestamp is a moment in UTC.
 */
public final class TrustedFiles {
  private final Function<String, Path> place;
  private final Engine engine = DefaultEngine.create(new Configuration());

  public TrustedFiles(StoreLayout store) {
    this(store::trusted);
  }

  private TrustedFiles(Function<String, Path> place) {
    this.place = place;
  }

  /** Of the received tables instead. */
  public static TrustedFiles ofReceived(StoreLayout store) {
    return new TrustedFiles(store::received);
  }

  /** The files of a table at a version; none if it has no rows. */
  public List<Path> of(String table, long version) {
    return in(place.apply(table), version);
  }

  /** The files of the table in a folder at a version; none if it has no rows. */
  public List<Path> in(Path folder, long version) {
    Scan scan =
        Table.forPath(engine, Location.of(folder))
            .getSnapshotAsOfVersion(engine, version)
            .getScanBuilder()
            .build();
    List<Path> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        add(batches.next(), files);
      }
      return files;
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
