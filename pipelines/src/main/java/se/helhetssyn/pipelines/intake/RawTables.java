package se.helhetssyn.pipelines.intake;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.datasets.contract.TableSchema;

/** A delivery seen as raw canonical tables, whatever its layout. */
public interface RawTables {
  /** The table's rows; empty if the table did not come. */
  Optional<RawTable> table(TableSchema schema, SparkSession spark);

  /** Reads every file from end to end; refuses text that is not UTF-8. */
  List<Manifest.Input> inputs();

  /** Names of files that are not read because no table answers to them. */
  List<String> ignored();
}
