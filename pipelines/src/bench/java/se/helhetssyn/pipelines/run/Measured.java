package se.helhetssyn.pipelines.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one child process measured.
 *
 * @param seconds of the work itself
 * @param heap most of the heap in use, MiB; the pools peak at different times, so it is an upper
 *     bound
 * @param resident most of the machine's memory in use, MiB; 0 where the system does not tell
 */
record Measured(double seconds, long heap, long resident) {
  private static final String MARK = "MEASURED";

  /** From here on, peaks are counted anew. */
  static void start() {
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** What has been used since the start. */
  static Measured of(double seconds) throws IOException {
    long heap = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Measured(seconds, heap >> 20, residentPeak());
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static long residentPeak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
          .findFirst()
          .orElse(0);
    }
  }

  /** As the child says it. */
  String line() {
    return String.format(Locale.ROOT, "%s %.3f %d %d", MARK, seconds, heap, resident);
  }

  /** As the parent hears it, among other lines. */
  static Measured among(List<String> lines) {
    String[] told =
        lines.stream()
            .filter(line -> line.startsWith(MARK))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(String.join("\n", lines)))
            .split(" ", -1);
    return new Measured(
        Double.parseDouble(told[1]), Long.parseLong(told[2]), Long.parseLong(told[3]));
  }
}
