package se.helhetssyn.pipelines.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;

/**
 * One pass over delivered files: parts of files are put together until they are worth a task, and a
 * part that is worth one by itself is not divided further.
 */
record DeliveredScan(List<Delivered> files, StructType readSchema)
    implements Batch, SupportsReportStatistics {
  /** Values that a task should have to read; some tenths of a second. */
  private static final long ENOUGH = 1_000_000;

  private static final int BYTES_PER_VALUE = 16;

  @Override
  public String description() {
    return "delivered files: %d".formatted(files.size());
  }

  @Override
  public ColumnarSupportMode columnarSupportMode() {
    return ColumnarSupportMode.UNSUPPORTED;
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    List<Portion> portions = new ArrayList<>();
    List<FilePart> open = new ArrayList<>();
    long values = 0;
    for (FilePart part : files.stream().flatMap(FilePart::of).toList()) {
      if (values + part.values() > ENOUGH && !open.isEmpty()) {
        portions.add(new Portion(open));
        open.clear();
        values = 0;
      }
      open.add(part);
      values += part.values();
    }
    if (!open.isEmpty()) {
      portions.add(new Portion(open));
    }
    return portions.toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new PortionReaders(readSchema.fieldNames());
  }

  /** Lets Spark send a small table to all executors instead of sorting a large one. */
  @Override
  public Statistics estimateStatistics() {
    long rows = files.stream().mapToLong(file -> file.form().rows()).sum();
    return new Estimate(rows, rows * readSchema.size() * BYTES_PER_VALUE);
  }

  /** What is known of the rows before they are read. */
  private record Estimate(long rows, long bytes) implements Statistics {
    @Override
    public OptionalLong numRows() {
      return OptionalLong.of(rows);
    }

    @Override
    public OptionalLong sizeInBytes() {
      return OptionalLong.of(bytes);
    }
  }
}
