package se.helhetssyn.pipelines.run;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.synthetic.Ledger;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;
import se.helhetssyn.pipelines.file.Folders;

/**
 * Measures intake on deliveries of growing size, and DuckDB beside it on the same files, each in a
 * process of its own with a heap of 4 GiB, and prints one table. Every process does a small
 * delivery first, and DuckDB the measured one twice, so that both are warm.
 *
 * <p>Arguments: folder, then rows of each delivery (default 100,000, 1,000,000 and 10,000,000). A
 * delivery that lies in the folder already is used again.
 */
final class IntakeBench {
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);
  private static final int MONTHS = 36;

  /** Rows of the invented municipality per person of an ordinary day, and persons per unit. */
  private static final double ROWS_PER_PERSON = 215;

  private static final int PERSONS_PER_UNIT = 30;
  private static final long WARM_UP_ROWS = 10_000;

  private IntakeBench() {}

  public static void main(String... args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    List<Long> sizes =
        args.length > 1
            ? Arrays.stream(args).skip(1).map(Long::valueOf).toList()
            : List.of(100_000L, 1_000_000L, 10_000_000L);
    Path warmUp = folder.resolve("delivery-" + WARM_UP_ROWS);
    delivery(warmUp, WARM_UP_ROWS);
    Map<Long, List<Measured>> measured = new TreeMap<>();
    for (long size : sizes) {
      Path delivery = folder.resolve("delivery-" + size);
      long rows = delivery(delivery, size);
      measured.put(
          rows,
          List.of(
              child(IntakeRun.class, warmUp, delivery, folder),
              child(DuckDbRun.class, warmUp, delivery, folder)));
    }
    print(measured);
  }

  /** Makes a delivery that is not there yet; how many rows it has. */
  private static long delivery(Path folder, long size) throws IOException {
    Path count = folder.resolveSibling(folder.getFileName() + ".rows");
    if (Files.notExists(count)) {
      int persons = (int) (size / ROWS_PER_PERSON);
      var plan =
          new MunicipalityPlan(
              persons, Math.max(4, persons / PERSONS_PER_UNIT), MONTHS, 1, UNTIL, FaultLevel.NONE);
      Ledger ledger = SyntheticMunicipality.write(plan, folder, line -> {});
      long rows = ledger.rows().values().stream().mapToLong(Long::longValue).sum();
      Files.writeString(count, String.valueOf(rows));
    }
    return Long.parseLong(Files.readString(count));
  }

  private static Measured child(Class<?> main, Path warmUp, Path delivery, Path folder)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> !flag.startsWith("-Xmx"))
            .toList());
    command.addAll(
        List.of("-Xmx4g", "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(warmUp.toString(), delivery.toString()));
    Path work = Files.createTempDirectory(folder, "work-");
    command.add(work.toString());
    Process process =
        new ProcessBuilder(command).redirectError(work.resolve("errors.log").toFile()).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor();
    Measured measured = Measured.among(lines); // else what went wrong lies in the work folder
    System.err.println(main.getSimpleName() + " " + delivery.getFileName() + " " + measured);
    Folders.delete(work);
    return measured;
  }

  private static void print(Map<Long, List<Measured>> measured) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        """
        | rows | intake s | rows/s | peak heap MiB | peak RSS MiB | growth | DuckDB s | DuckDB RSS MiB | intake / DuckDB |
        |---:|---:|---:|---:|---:|---:|---:|---:|---:|""");
    double before = Double.NaN;
    for (Map.Entry<Long, List<Measured>> size : measured.entrySet()) {
      Measured intake = size.getValue().get(0);
      Measured duck = size.getValue().get(1);
      double perRow = intake.seconds() / size.getKey();
      out.printf(
          Locale.ROOT,
          "| %,d | %.1f | %,.0f | %,d | %,d | %s | %.2f | %,d | %.1f |%n",
          size.getKey(),
          intake.seconds(),
          1 / perRow,
          intake.heap(),
          intake.resident(),
          Double.isNaN(before) ? "–" : String.format(Locale.ROOT, "%.2f", perRow / before),
          duck.seconds(),
          duck.resident(),
          intake.seconds() / duck.seconds());
      before = perRow;
    }
  }
}
