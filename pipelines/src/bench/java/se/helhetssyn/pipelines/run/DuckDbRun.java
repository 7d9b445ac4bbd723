package se.helhetssyn.pipelines.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;

/** A child of {@link IntakeBench}: DuckDB alone, twice over the same delivery. */
final class DuckDbRun {
  private DuckDbRun() {}

  public static void main(String... args) throws IOException, SQLException {
    Path delivery = Path.of(args[1]);
    Path work = Path.of(args[2]);
    screen(delivery, work.resolve("cold"));
    Measured.start();
    double seconds = screen(delivery, work.resolve("warm"));
    System.out.println(Measured.of(seconds).line());
  }

  private static double screen(Path delivery, Path out) throws IOException, SQLException {
    long start = System.nanoTime();
    long trusted = new DuckDbScreening(delivery, out, LocalDate.of(2026, 10, 31)).run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %d trusted rows%n", out.getFileName(), trusted);
    return seconds;
  }
}
