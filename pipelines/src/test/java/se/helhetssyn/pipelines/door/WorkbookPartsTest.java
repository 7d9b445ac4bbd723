package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookPartsTest {
  private static final int BLOCK = 1 << 16;

  @TempDir private Path folder;

  @Test
  void aNumberIsSeenWhereverItStandsAfterTheLastTag() throws IOException {
    String number = TestNumbers.everyForm(new Random(28)).get(5);
    for (int block = 0; block < 4; block++) {
      for (int near = 0; near < 40; near += 3) {
        String before = "<t>" + ".".repeat(block * BLOCK + near);
        for (int after : List.of(1, BLOCK - 20, BLOCK, 3 * BLOCK)) {
          assertThat(seen(before + number + ".".repeat(after)))
              .as("%d %d %d", block, near, after)
              .isTrue();
        }
        String aligned = ".".repeat(2 * BLOCK - number.getBytes(UTF_8).length - 3);
        assertThat(seen("<t>" + aligned + number)).isTrue();
      }
    }
    assertThat(seen("<t>" + ".".repeat(3 * BLOCK))).isFalse();
  }

  private boolean seen(String part) throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write(part.getBytes(UTF_8));
    }
    IdentityWatch watch = new IdentityWatch();
    WorkbookParts.see(file, watch);
    return !watch.hits().isEmpty();
  }
}
