package se.helhetssyn.pipelines.intake;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.datasets.contract.TableSchema;

/** A delivery seen as raw canonical tables, whatever its layout. */
public interface RawTables {
  /** The table's rows; empty if the table did not come. */
  Optional<RawTable> table(TableSchema schema, SparkSession spark);
}
