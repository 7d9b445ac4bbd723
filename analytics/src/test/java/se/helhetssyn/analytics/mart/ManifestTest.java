package se.helhetssyn.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  @TempDir Path folder;

  private static Manifest manifest() {
    return new Manifest(
        StoreLayout.FORMAT_VERSION,
        MartSchema.VERSION,
        "g1",
        "2026-11-01T06:00:00Z",
        "2026-10-31",
        "2024-01-01",
        "2026-10-31",
        "2024-01-01",
        true,
        "",
        "test",
        List.of(new Manifest.Input("plan.csv", 12, "ab")),
        List.of(new Manifest.TableCount("plan", 10, 4, 3, 2, 1, 0, 7)),
        List.of(new Manifest.Account("plan", "plan.csv", "X-1", "SYSTEM", 10, 4, 3, 2, 1)),
        List.of(new Manifest.Finding("DQ01", "DQ01", "plan", "plan.csv", "REPAIRED", 2)),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private Manifest read(String json) throws IOException {
    return Manifest.read(Files.writeString(folder.resolve("manifest.json"), json));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertThat(read(manifest().toJson())).isEqualTo(manifest());
    assertThat(manifest().tables()).allMatch(Manifest.TableCount::conserved);
  }

  @Test
  void theFormatBeforeHadNothingCulled() throws IOException {
    Manifest before =
        read(
            """
            {"format_version": 2, "mart_schema_version": 3, "generation": "g1",
             "published_at": "2026-11-01T06:00:00Z", "as_of": "2026-10-31",
             "delivered_to": "2026-10-31", "protection": "",
             "tables": [{"table": "person", "delivered": 10, "trusted": 9, "rejected": 1}]}
            """);
    assertThat(before.tables()).extracting(Manifest.TableCount::rejected).containsExactly(1L);
    assertThat(before.accounts()).isEmpty();
    assertThat(before.findings()).isEmpty();
    assertThat(before.culledBefore()).isNull();
  }
}
