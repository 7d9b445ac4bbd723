package se.helhetssyn.pipelines.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;

/**
 * A synthetic municipality with rows beside it that touch every border of the definitions; what a
 * row is for is said by its id.
 */
final class NastyDelivery {
  private static final String MANIFEST = "extract_manifest";

  private NastyDelivery() {}

  static void write(MunicipalityPlan plan, Path folder) throws IOException {
    SyntheticMunicipality.write(plan, folder, step -> {});
    forgetAbout("deviation", folder.resolve(MANIFEST + ".csv"));
    for (TableSchema table : DataPackage.load().tables()) {
      addRows(table.name() + ".nasty.csv", folder);
    }
  }

  /** Takes a table's line out of the manifest, where ours name the units that delivered it. */
  private static void forgetAbout(String table, Path manifest) throws IOException {
    List<String> lines =
        Files.readAllLines(manifest).stream()
            .filter(line -> !line.contains("," + table + ","))
            .toList();
    Files.write(manifest, lines);
  }

  /** Lays our rows of a table beside the municipality's, for the tables that have any of ours. */
  private static void addRows(String file, Path folder) throws IOException {
    try (InputStream rows = NastyDelivery.class.getResourceAsStream("delivery/" + file)) {
      if (rows != null) {
        Files.copy(rows, folder.resolve(file));
      }
    }
  }
}
