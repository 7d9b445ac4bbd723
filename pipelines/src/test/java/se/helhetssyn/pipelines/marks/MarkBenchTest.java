package se.helhetssyn.pipelines.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;

final class MarkBenchTest {
  @Test
  void theNameOfAStoreIsNoPattern(@TempDir Path folder) throws IOException, SQLException {
    Path store = Files.createDirectory(folder.resolve("[prod]'s"));
    Path other = Files.createDirectory(folder.resolve("p's"));
    try (MarkBench bench = MarkBench.open(folder)) {
      for (Path place : List.of(store, other)) {
        bench.execute(
            "COPY (SELECT '%s' AS person_key) TO '%s' (FORMAT parquet)"
                .formatted(
                    place.equals(store) ? "right" : "wrong",
                    place.resolve("a.parquet").toString().replace("'", "''")));
      }
      bench.table(DataPackage.load().require("person"), List.of(store.resolve("a.parquet")));
      assertThat(bench.texts("SELECT person_key FROM person")).containsExactly("right");
      bench.write(store.resolve("marks.parquet"));
    }
    assertThat(store.resolve("marks.parquet")).exists();
  }
}
