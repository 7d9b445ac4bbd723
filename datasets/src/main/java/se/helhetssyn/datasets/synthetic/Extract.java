package se.helhetssyn.datasets.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.fault.Announcement;
import se.helhetssyn.datasets.fault.CsvFile;
import se.helhetssyn.datasets.fault.FaultyDelivery;

/** The files of one delivery, all open for writing at once; finishing writes the manifest. */
final class Extract implements Closeable {
  private static final String MANIFEST = "extract_manifest";

  private final MunicipalityPlan plan;
  private final Path dir;
  private final FaultyDelivery faults;
  private final Map<String, CsvFile> files = new LinkedHashMap<>();
  private final Map<String, TableWriter> tables = new LinkedHashMap<>();

  Extract(MunicipalityPlan plan, Path dir) throws IOException {
    this.plan = plan;
    this.dir = dir;
    Files.createDirectories(dir);
    faults = new FaultyDelivery(plan.faults(), plan.seed(), plan.from(), plan.until(), dir);
    for (TableSchema schema : DataPackage.load().tables()) {
      if (!schema.name().equals(MANIFEST)) {
        CsvFile file = new CsvFile(dir, schema.name() + ".csv", schema.columns());
        files.put(schema.name(), file);
        tables.put(schema.name(), new TableWriter(schema, faults.through(schema, file)));
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

  /** After the last row: writes the faulty files and the manifest, and tells what was made. */
  Ledger finish(List<PlantedStory> stories) throws IOException {
    Map<String, Long> rows = new LinkedHashMap<>();
    List<Announcement> announcements = new ArrayList<>();
    for (var table : files.entrySet()) {
      rows.put(table.getKey(), table.getValue().rows());
      announcements.add(announcement(table.getKey(), table.getValue()));
    }
    announcements.addAll(faults.finish());
    TableSchema schema = DataPackage.load().require(MANIFEST);
    try (var file = new CsvFile(dir, MANIFEST + ".csv", schema.columns())) {
      var manifest = new TableWriter(schema, file::write);
      announcements.forEach(announcement -> write(manifest, announcement));
    }
    return new Ledger(plan, plan.from(), rows, stories, faults.planted(), faults.byNature());
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file : files.values()) {
      file.close();
    }
  }

  private Announcement announcement(String table, CsvFile file) throws IOException {
    return new Announcement(
        "SYN-" + plan.until() + "-" + table,
        table,
        null,
        plan.from(),
        plan.until(),
        plan.until().atTime(23, 55),
        file.rows(),
        file.sha256(),
        true);
  }

  private static void write(TableWriter manifest, Announcement announcement) {
    manifest
        .set("extract_id", announcement.extractId())
        .set("source_system", "SYNTHETIC")
        .set("table_name", announcement.table())
        .set("root_org_unit_id", announcement.root())
        .set("period_from", announcement.from())
        .set("period_to", announcement.to())
        .set("extracted_at", announcement.extractedAt())
        .set("row_count", announcement.rows())
        .set("file_sha256", announcement.sha256())
        .set("encoding", "UTF-8")
        .set("delimiter", ",")
        .set("schema_version", "1")
        .set("delivered_by", "Helhetssyn")
        .set("is_full_load", announcement.fullLoad() ? "YES" : "NO")
        .write();
  }
}
