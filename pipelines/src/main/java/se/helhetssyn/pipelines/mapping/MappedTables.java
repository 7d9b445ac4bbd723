package se.helhetssyn.pipelines.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.intake.RawTables;

/** A delivery in another layout, read as canonical tables as its mapping says. */
public final class MappedTables implements RawTables {
  private final MappingDefinition mapping;
  private final SourceFiles files;

  private MappedTables(MappingDefinition mapping, SourceFiles files) {
    this.mapping = mapping;
    this.files = files;
  }

  /**
   * Finds the source's files; refuses when one is missing or lacks a column.
   *
   * @param folder the delivery
   */
  public static MappedTables in(Path folder, MappingDefinition mapping) {
    return in(folder, mapping, Map.of());
  }

  /**
   * The same with what the delivery's manifest says.
   *
   * @param announcedRows digest of a file, lower-case hex → its rows
   */
  public static MappedTables in(
      Path folder, MappingDefinition mapping, Map<String, Long> announcedRows) {
    return new MappedTables(mapping, SourceFiles.find(folder, mapping, announcedRows));
  }

  /** Every delivered file that the mapping names, once, as it was found at the door. */
  public List<ArrivedFile> arrived() {
    return mapping.files().keySet().stream()
        .flatMap(name -> files.arrived().getOrDefault(name, List.of()).stream())
        .distinct()
        .toList();
  }

  @Override
  public List<Manifest.Input> inputs() {
    return arrived().stream().map(ArrivedFile::input).distinct().toList();
  }

  @Override
  public List<String> ignored() {
    return files.ignored();
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
