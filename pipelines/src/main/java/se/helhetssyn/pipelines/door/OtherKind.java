package se.helhetssyn.pipelines.door;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells files that are no text by how they begin. */
final class OtherKind {
  /**
   * gzip, zip (two), 7z, xz, zstd, bzip2, Office before 2007, PDF, Parquet and rar, in that order.
   */
  private static final List<byte[]> BEGINNINGS =
      Stream.of(
              "1F8B",
              "504B0304",
              "504B0506",
              "377ABCAF271C",
              "FD377A585A00",
              "28B52FFD",
              "425A6839314159265359",
              "D0CF11E0A1B11AE1",
              "255044462D",
              "50415231",
              "526172211A07")
          .map(HexFormat.of()::parseHex)
          .toList();

  private OtherKind() {}

  static boolean isOf(byte[] head) {
    return BEGINNINGS.stream()
        .anyMatch(magic ->
            head.length >= magic.length && Arrays.equals(magic, Arrays.copyOf(head, magic.length)));
  }
}
