package se.helhetssyn.pipelines.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;

/** Random persons, plans and revisions over random versions, against a plain walk over the rows. */
final class ErasedRowsTest {
  private static final long SEED = 512;
  private static final int ROUNDS = 12;

  @TempDir private Path folder;

  private record Plan(String id, String person) {}

  private record Revision(String id, String plan) {}

  @Test
  void aPersonsRowsAndWhatHangsOnThemAreFoundAndNobodyElses() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(SEED + round);
      StoreLayout store = new StoreLayout(folder.resolve("lager" + round));
      List<Plan> plans = new ArrayList<>();
      List<Revision> revisions = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        plans.add(new Plan("L" + random.nextInt(20), "P" + random.nextInt(6)));
        revisions.add(new Revision("R" + i, "L" + random.nextInt(22)));
      }
      write(
          store.received("plan"),
          "plan_id, person_key",
          plans.stream().map(p -> List.of(p.id, p.person)).toList());
      write(
          store.trusted("plan_revision"),
          "revision_id, plan_id",
          revisions.stream().map(r -> List.of(r.id, r.plan)).toList());
      write(
          store.received("person_succession"),
          "old_key, new_key",
          List.of(List.of("P0", "P1"), List.of("P1", "P2"), List.of("P4", "P5")));
      try (RemovalBench bench = RemovalBench.open(folder)) {
        ErasedRows rows =
            new ErasedRows(bench, new StoredTables(store), new PersonTies(DataPackage.load()));
        Set<String> keys = rows.keysOf(Set.of("P1"));
        rows.find(keys);
        Set<String> gone = new HashSet<>();
        plans.stream().filter(p -> keys.contains(p.person)).forEach(p -> gone.add(p.id));
        plans.stream().filter(p -> !keys.contains(p.person)).forEach(p -> gone.remove(p.id));
        assertThat(keys).containsExactlyInAnyOrder("P0", "P1", "P2");
        assertThat(Set.copyOf(bench.texts("SELECT * FROM gone_plan")))
            .as("seed %d", SEED + round)
            .isEqualTo(gone);
        assertThat(bench.texts("SELECT * FROM gone_plan_revision ORDER BY 1"))
            .as("seed %d", SEED + round)
            .containsExactlyElementsOf(
                revisions.stream()
                    .filter(r -> gone.contains(r.plan))
                    .map(Revision::id)
                    .sorted()
                    .toList());
      }
    }
  }

  private static void write(Path table, String columns, List<List<String>> rows)
      throws IOException {
    Files.createDirectories(table);
    List<String> values = rows.stream().map(r -> "('" + String.join("','", r) + "')").toList();
    try (RemovalBench bench = RemovalBench.open(table)) {
      bench.execute(
          "COPY (SELECT * FROM (VALUES %s) v (%s)) TO '%s' (FORMAT parquet)"
              .formatted(String.join(",", values), columns, table.resolve("part-0.parquet")));
    }
  }
}
