package se.helhetssyn.datasets.synthetic;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Measures how fast and in how much memory a municipality is made: rows, seconds and the peak of
 * the heap. Run it with {@code -Xmx512m}; by default it makes about ten million rows.
 *
 * <p>Arguments: folder, persons (default 47,000), units (default 1,500), months (default 36).
 */
final class GeneratorBench {
  private GeneratorBench() {}

  public static void main(String... args) {
    var plan =
        new MunicipalityPlan(
            number(args, 1, 47_000),
            number(args, 2, 1_500),
            number(args, 3, 36),
            1,
            LocalDate.of(2026, 10, 31));
    Instant start = Instant.now();
    Ledger ledger = SyntheticMunicipality.write(plan, Path.of(args[0]), line -> {});
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    ledger.rows().forEach((table, rows) -> System.out.printf("%12d  %s%n", rows, table));
    long rows = ledger.rows().values().stream().mapToLong(Long::longValue).sum();
    System.out.printf(
        Locale.ROOT,
        "%d rows in %.1f s (%.1f s of processor), %.0f rows/s, peak heap at most %d MiB of %d%n",
        rows,
        seconds,
        processorSeconds(),
        rows / seconds,
        peakHeap() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static int number(String[] args, int position, int otherwise) {
    return args.length > position ? Integer.parseInt(args[position]) : otherwise;
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
        / 1000.0;
  }

  /** The pools peak at different times, so their sum is an upper bound. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
