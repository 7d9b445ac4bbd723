package se.helhetssyn.pipelines.mapping;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.intake.RawTables;

/** What came in another layout, read as canonical tables as its mapping says. */
public final class MappedTables implements RawTables {
  private final MappingDefinition mapping;
  private final SourceFiles files;

  private MappedTables(MappingDefinition mapping, SourceFiles files) {
    this.mapping = mapping;
    this.files = files;
  }

  /** Finds the source's files; refuses when one is missing or lacks a column. */
  public static MappedTables of(Delivery delivery, MappingDefinition mapping) {
    return new MappedTables(mapping, SourceFiles.of(delivery, mapping));
  }

  @Override
  public Optional<RawTable> table(TableSchema schema, SparkSession spark) {
    MappedRows rows = new MappedRows(spark, mapping, files);
    return mapping.tables().getOrDefault(schema.name(), List.of()).stream()
        .filter(source -> source.from() == null || !files.of(source.from()).isEmpty())
        .map(source -> rows.rows(schema, source))
        .reduce(Dataset::unionByName)
        .map(mapped -> new RawTable(schema, mapped));
  }
}
