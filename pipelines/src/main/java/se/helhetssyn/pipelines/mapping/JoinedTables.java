package se.helhetssyn.pipelines.mapping;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.intake.RawTables;

/** Tables whose rows come from several parts of a delivery. */
record JoinedTables(List<RawTables> parts) implements RawTables {
  @Override
  public Optional<RawTable> table(TableSchema schema, SparkSession spark) {
    return parts.stream()
        .flatMap(part -> part.table(schema, spark).stream())
        .reduce((one, other) -> new RawTable(schema, one.rows().unionByName(other.rows(), true)));
  }
}
