package se.helhetssyn.pipelines.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Delivered files under the columns that are asked for. */
record DeliveredTable(StructType wanted, List<Delivered> files) implements SupportsRead {
  @Override
  public String name() {
    return "delivered";
  }

  @Override
  public Column[] columns() {
    return Arrays.stream(wanted.fields())
        .map(field -> Column.create(field.name(), field.dataType(), field.nullable()))
        .toArray(Column[]::new);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new Pruned(files, wanted);
  }

  /** A scan of no more columns than the query needs. */
  private static final class Pruned implements SupportsPushDownRequiredColumns {
    private final List<Delivered> files;
    private StructType needed;

    Pruned(List<Delivered> files, StructType needed) {
      this.files = files;
      this.needed = needed;
    }

    @Override
    public void pruneColumns(StructType columns) {
      needed = columns;
    }

    @Override
    public Scan build() {
      return new DeliveredScan(files, needed);
    }
  }
}
