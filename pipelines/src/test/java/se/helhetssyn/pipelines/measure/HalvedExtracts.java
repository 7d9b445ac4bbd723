package se.helhetssyn.pipelines.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.pipelines.run.TestStore.DeliveredText;

/**
 * Extracts as deliveries: as one that is all there is, and divided in two that add to what has
 * come. The rows of each table fall between the two as they are drawn, in another order than they
 * had; of the second delivery each table is in two files. Only the organisation comes as a whole at
 * first: without it nothing can be taken in.
 */
final class HalvedExtracts {
  private static final String ORGANISATION = "org_unit";

  private final MunicipalityPlan plan;
  private final Random random;

  HalvedExtracts(MunicipalityPlan plan, Random random) {
    this.plan = plan;
    this.random = random;
  }

  /** The files of a folder as one delivery. */
  List<DeliveredText> whole(Path folder) throws IOException {
    List<DeliveredText> whole = new ArrayList<>();
    for (Path file : files(folder)) {
      whole.add(delivered(file.getFileName().toString(), "FULL", Files.readAllLines(file)));
    }
    return whole;
  }

  /** The same rows as two deliveries. */
  List<List<DeliveredText>> halves(Path folder) throws IOException {
    List<DeliveredText> first = new ArrayList<>();
    List<DeliveredText> second = new ArrayList<>();
    for (Path file : files(folder)) {
      String table = file.getFileName().toString().replace(".csv", "");
      List<String> lines = Files.readAllLines(file);
      String columns = lines.getFirst();
      List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
      Collections.shuffle(rows, random);
      int cut = table.equals(ORGANISATION) ? rows.size() : random.nextInt(rows.size() + 1);
      int next = cut + (rows.size() - cut) / 2;
      add(first, table + ".first.csv", columns, rows.subList(0, cut));
      add(second, table + ".second.csv", columns, rows.subList(cut, next));
      add(second, table + ".third.csv", columns, rows.subList(next, rows.size()));
    }
    return List.of(first, second);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void add(List<DeliveredText> delivery, String name, String columns, List<String> rows) {
    if (!rows.isEmpty()) {
      delivery.add(
          delivered(name, "DELTA", Stream.concat(Stream.of(columns), rows.stream()).toList()));
    }
  }

  private DeliveredText delivered(String name, String load, List<String> lines) {
    String told = "%s,,%s,%s,%sT23:55:00".formatted(load, plan.from(), plan.until(), plan.until());
    return new DeliveredText(name, told, String.join("\n", lines) + "\n");
  }
}
