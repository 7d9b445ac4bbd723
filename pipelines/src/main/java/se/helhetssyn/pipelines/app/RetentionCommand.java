package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.removal.Removed;
import se.helhetssyn.pipelines.removal.Retention;
import se.helhetssyn.pipelines.run.StoreRemoval;

/** Takes old rows about persons away from a store. */
@Command(
    name = "retention",
    description = {
      "Gallrar uppgifter om personer som är äldre än de får sparas, även ur äldre versioner.",
      "Det som är publicerat ändras inte.",
      "Säkerhetskopior och levererade filer ligger utanför lagret: gallra dem själv."
    })
final class RetentionCommand implements Callable<Integer> {
  private static final int MOST_MONTHS = 1200;

  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--store", required = true, paramLabel = "MAPP", description = "lagret")
  private Path store = Path.of("");

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "hela månader före den pågående som sparas (${DEFAULT-VALUE})")
  private int months = 36;

  @Option(
      names = "--as-of",
      paramLabel = "DATUM",
      description = "den dag som räknas som i dag (i dag)")
  private @Nullable LocalDate asOf;

  RetentionCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (months < 1 || months > MOST_MONTHS) {
      throw Refusal.badInput("--months ska vara ett heltal från 1 till %d.".formatted(MOST_MONTHS));
    }
    LocalDate now = LocalDate.now(Today.ZONE);
    LocalDate today = asOf == null ? now : asOf;
    if (today.isAfter(now)) {
      throw Refusal.badInput(
          "--as-of %s ligger i framtiden: det skulle gallra rader som ska sparas. Ange i dag eller en tidigare dag."
              .formatted(today));
    }
    LocalDate firstKept = Retention.firstKept(today, months);
    DataPackage contract = DataPackage.load();
    Removed removed =
        new StoreRemoval(store, err::println)
            .run(site -> new Retention(site, contract).cull(firstKept));
    out.println(RemovalReport.ofRetention(removed, firstKept));
    return ExitCode.DONE.code();
  }
}
