package se.helhetssyn.pipelines.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;

/**
 * A synthetic municipality with rows beside it that touch every border of the definitions; what a
 * row is for is said by its id.
 */
public final class NastyDelivery {
  private static final String MANIFEST = "extract_manifest";

  private NastyDelivery() {}

  /** Writes the extracts of both, and their manifests, into a folder. */
  public static void write(MunicipalityPlan plan, Path folder) throws IOException {
    SyntheticMunicipality.write(plan, folder, step -> {});
    forgetAbout("deviation", folder.resolve(MANIFEST + ".csv"));
    for (TableSchema table : DataPackage.load().tables()) {
      addRows(table.name() + ".nasty.csv", folder);
    }
    announceDeviations(folder);
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

  /** Names the four nodes that have delivered their deviations; the others have not. */
  private static void announceDeviations(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "extract_id,source_system,table_name,root_org_unit_id,period_from,period_to,extracted_at,row_count,is_full_load,file_sha256");
    lines.add(announcement(folder.resolve("deviation.csv"), "V001"));
    for (String node : List.of("V901", "N-MOVED", "N-HEALTH")) {
      lines.add(announcement(folder.resolve("deviation.nasty.csv"), node));
    }
    Files.write(folder.resolve(MANIFEST + ".nasty.csv"), lines);
  }

  private static String announcement(Path file, String node) throws IOException {
    return "NASTY-%1$s,NASTY,deviation,%1$s,2022-09-21,2024-05-16,2024-05-16T23:55:00,%2$d,YES,%3$s"
        .formatted(node, Files.readAllLines(file).size() - 1, digest(file));
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
