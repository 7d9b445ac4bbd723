package se.helhetssyn.pipelines.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.Pointer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;

/**
 * Takes three years of monthly deliveries of changes into one store and prints what every month
 * costs: whether a run grows with what came or with what has come before. All runs are made in one
 * process, so that what a process costs before it is warm hides nothing; the first months bear it.
 *
 * <p>Arguments: folder, then persons of an ordinary day (default 1,200) and months (default 36).
 */
final class MonthlyRunsBench {
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);
  private static final int PERSONS_PER_UNIT = 30;
  private static final double MEGABYTE = 1 << 20;

  private MonthlyRunsBench() {}

  public static void main(String... args) throws IOException, InterruptedException, SQLException {
    Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    int persons = args.length > 1 ? Integer.parseInt(args[1]) : 1_200;
    int months = args.length > 2 ? Integer.parseInt(args[2]) : 36;
    Path extracts = folder.resolve("extracts-" + persons);
    if (Files.notExists(extracts)) {
      var plan =
          new MunicipalityPlan(
              persons, Math.max(4, persons / PERSONS_PER_UNIT), months, 1, UNTIL, FaultLevel.NONE);
      SyntheticMunicipality.write(plan, extracts, line -> {});
    }
    LocalDate first = UNTIL.plusDays(1).minusMonths(months);
    Path deliveries = folder.resolve("deliveries-%d-%d".formatted(persons, months));
    long[] rows = MonthlyDeliveries.write(extracts, deliveries, first, months);
    StoreLayout store = new StoreLayout(Files.createTempDirectory(folder, "store-"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        """
        | month | rows | intake s | measure s | publish s | run s | trusted MB | received MB | generation MB |
        |---:|---:|---:|---:|---:|---:|---:|---:|---:|""");
    for (int month = 0; month <= months; month++) {
      double seconds = run(deliveries.resolve(String.valueOf(month)), store, first.plusMonths(month));
      out.println(line(month, rows[month], seconds, store));
    }
  }

  private static double run(Path extracts, StoreLayout store, LocalDate asOf) {
    long start = System.nanoTime();
    PipelineJob.run(
        new RunRequest(extracts, store.root(), List.of(), null, asOf, "local[2]"),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false);
    return (System.nanoTime() - start) / 1e9;
  }

  private static String line(int month, long rows, double seconds, StoreLayout store)
      throws IOException {
    String served = Pointer.read(store).orElseThrow();
    Map<String, Double> timings = Manifest.read(store.manifest(served)).timings();
    return String.format(
        Locale.ROOT,
        "| %d | %,d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |",
        month,
        rows,
        timings.getOrDefault("intake", Double.NaN),
        timings.getOrDefault("measure", Double.NaN),
        timings.getOrDefault("publish", Double.NaN),
        seconds,
        size(store.root().resolve("trusted")),
        size(store.root().resolve("received")),
        size(store.generation(served)));
  }

  private static double size(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes / MEGABYTE;
    }
  }
}
