package se.helhetssyn.pipelines.reading;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** The parts of files that one task reads. */
record Portion(List<FilePart> parts) implements InputPartition {
  Portion {
    parts = List.copyOf(parts);
  }
}
