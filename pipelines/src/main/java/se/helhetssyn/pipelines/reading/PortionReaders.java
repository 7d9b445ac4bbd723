package se.helhetssyn.pipelines.reading;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;

/** Makes the readers of portions on the executors. */
final class PortionReaders implements PartitionReaderFactory {
  private static final long serialVersionUID = 1L;

  private final String[] columns;

  PortionReaders(String[] columns) {
    this.columns = columns;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new PortionReader(((Portion) partition).parts(), List.of(columns));
  }
}
