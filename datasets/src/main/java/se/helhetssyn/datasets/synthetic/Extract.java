package se.helhetssyn.datasets.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;

/** The files of one delivery, all open for writing at once; closing writes the manifest. */
final class Extract implements Closeable {
  private static final String MANIFEST = "extract_manifest";

  private final MunicipalityPlan plan;
  private final Path dir;
  private final Map<String, TableWriter> tables = new LinkedHashMap<>();

  Extract(MunicipalityPlan plan, Path dir) throws IOException {
    this.plan = plan;
    this.dir = dir;
    Files.createDirectories(dir);
    for (TableSchema schema : DataPackage.load().tables()) {
      if (!schema.name().equals(MANIFEST)) {
        tables.put(schema.name(), new TableWriter(schema, dir));
      }
    }
  }

  TableWriter table(String name) {
    TableWriter table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException("no table " + name);
    }
    return table;
  }

  /** Rows written so far, per table. */
  Map<String, Long> rows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    tables.forEach((name, table) -> rows.put(name, table.rows()));
    return rows;
  }

  @Override
  public void close() throws IOException {
    for (TableWriter table : tables.values()) {
      table.close();
    }
    try (var manifest = new TableWriter(DataPackage.load().require(MANIFEST), dir)) {
      tables.values().forEach(table -> announce(manifest, table));
    }
  }

  private void announce(TableWriter manifest, TableWriter table) {
    manifest
        .set("extract_id", "SYN-" + plan.until() + "-" + table.schema().name())
        .set("source_system", "SYNTHETIC")
        .set("table_name", table.schema().name())
        .set("period_from", plan.from())
        .set("period_to", plan.until())
        .set("extracted_at", plan.until().atTime(23, 55))
        .set("row_count", table.rows())
        .set("file_sha256", table.sha256())
        .set("encoding", "UTF-8")
        .set("delimiter", ",")
        .set("schema_version", "1")
        .set("delivered_by", "Helhetssyn")
        .set("is_full_load", "YES")
        .write();
  }
}
