package se.helhetssyn.pipelines.door;

import java.util.HexFormat;
import java.util.List;

/** Tells files of other kinds by how they begin. */
final class Packing {
  /** gzip, zip, 7z, xz, zstd, bzip2, old Office files, PDF, Parquet, rar. */
  private static final List<byte[]> BEGINNINGS =
      List.of("1F8B", "504B0304", "504B0506", "377ABCAF271C", "FD377A585A00", "28B52FFD", "D0CF11E0A1B11AE1", "255044462D", "50415231", "526172211A07").stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  /** bzip2 begins like a word; what follows the size of its blocks does not. */
  private static final byte[] BZIP2 = HexFormat.of().parseHex("314159265359");
}
