package se.helhetssyn.pipelines.app;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.app.DeliverySet.DeliveredPart;

/**
 * Whatever the order deliveries come in, and however they are divided among runs, the store ends
 * the same. More seeds: {@code -Dhelhetssyn.order.seeds=1,2,3}.
 */
final class DeliveryOrderIT {
  @TempDir private Path folder;

  static List<Long> seeds() {
    return List.of(System.getProperty("helhetssyn.order.seeds", "20251122").split(",")).stream()
        .map(Long::valueOf)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderAndAnyDivisionEndsInTheSameRowsAndFigures(long seed) {
    List<DeliveredPart> parts = DeliverySet.of(seed);
    Random random = new Random(seed);
    StoreLayout together = taken("together", List.of(parts));
    Map<String, List<List<String>>> rows = StoreContent.trusted(together);
    assertThat(rows).as("seed %d", seed).containsKeys("deviation", "plan_revision", "enrolment");
    assertThat(StoreContent.hasFigures(together)).isTrue();

    Map<String, List<List<DeliveredPart>>> arrangements = new TreeMap<>();
    arrangements.put("backwards", backwards(parts));
    arrangements.put("files", dividedByFile(parts, random));
    arrangements.put("again", againAndAgain(parts, random));
    arrangements.forEach((name, runs) -> {
      StoreLayout store = taken(name, runs);
      String what = "seed %d, %s".formatted(seed, name);
      assertThat(StoreContent.trusted(store).keySet()).as(what).isEqualTo(rows.keySet());
      StoreContent.trusted(store)
          .forEach((table, found) ->
              assertThat(found).as("%s: %s", what, table).isEqualTo(rows.get(table)));
      assertThat(StoreContent.differingFigures(store, together)).as(what).isEmpty();
    });
  }

  /** One delivery a run, the newest first. */
  private static List<List<DeliveredPart>> backwards(List<DeliveredPart> parts) {
    List<List<DeliveredPart>> runs =
        new ArrayList<>(
            new TreeMap<>(parts.stream().collect(groupingBy(DeliveredPart::delivery))).values());
    Collections.reverse(runs);
    return runs;
  }

  /** Three runs, whose files are drawn; the first has an organisation, without which nothing is. */
  private static List<List<DeliveredPart>> dividedByFile(List<DeliveredPart> parts, Random random) {
    List<List<DeliveredPart>> runs =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    parts.forEach(
        part -> runs.get(part.name().startsWith("org_unit.d0") ? 0 : random.nextInt(3)).add(part));
    return runs;
  }

  /** Two runs in a drawn order of deliveries, and once more one that has come already. */
  private static List<List<DeliveredPart>> againAndAgain(List<DeliveredPart> parts, Random random) {
    List<List<DeliveredPart>> deliveries = new ArrayList<>(backwards(parts));
    Collections.shuffle(deliveries, random);
    int cut = 1 + random.nextInt(deliveries.size() - 1);
    List<DeliveredPart> first = deliveries.subList(0, cut).stream().flatMap(List::stream).toList();
    List<DeliveredPart> second =
        deliveries.subList(cut, deliveries.size()).stream().flatMap(List::stream).toList();
    return List.of(first, second, deliveries.getFirst());
  }

  /** A store that the runs have been taken into, one by one. */
  private StoreLayout taken(String name, List<List<DeliveredPart>> runs) {
    StoreLayout store = new StoreLayout(folder.resolve(name));
    int number = 0;
    for (List<DeliveredPart> run : runs) {
      if (!run.isEmpty()) {
        Path extracts = DeliverySet.write(folder.resolve("%s-%d".formatted(name, number++)), run);
        Answer answer = Answer.to(SmallDelivery.command(extracts, store));
        assertThat(answer.exit()).as("%s: %s", name, answer.err()).isZero();
      }
    }
    return store;
  }
}
