package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.fault.PlantedFault;
import se.helhetssyn.datasets.synthetic.Ledger;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Writes extracts of an invented municipality. */
@Command(
    name = "generate",
    description = "Skriver uttag för en påhittad kommun; samma frö ger alltid samma uttag.")
final class GenerateCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--out", required = true, paramLabel = "MAPP", description = "dit uttagen skrivs")
  private Path folder = Path.of("");

  @Option(
      names = "--persons",
      paramLabel = "N",
      description = "personer en vanlig dag (${DEFAULT-VALUE})")
  private int persons = 1_200;

  @Option(names = "--units", paramLabel = "N", description = "enheter (${DEFAULT-VALUE})")
  private int units = 40;

  @Option(names = "--months", paramLabel = "N", description = "månader (${DEFAULT-VALUE})")
  private int months = 36;

  @Option(names = "--seed", paramLabel = "N", description = "frö (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--until", paramLabel = "DATUM", description = "sista dagen (i dag)")
  private @Nullable LocalDate until;

  @Option(
      names = "--faults",
      paramLabel = "none|typical|heavy",
      description = "planterade fel; ledger.json visar var de finns")
  private FaultLevel faults = FaultLevel.NONE;

  GenerateCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    Ledger ledger = SyntheticMunicipality.write(plan(), folder, err::println);
    ledger.rows().forEach((table, rows) -> out.printf("%-24s%d%n", table, rows));
    if (faults != FaultLevel.NONE) {
      out.println(summary(ledger));
    }
    return ExitCode.DONE.code();
  }

  private static String summary(Ledger ledger) {
    long kinds = ledger.faults().stream().map(PlantedFault::rule).distinct().count();
    return "Planterade %d fel av %d slag; ledger.json visar var de finns."
        .formatted(ledger.faults().size(), kinds);
  }

  private MunicipalityPlan plan() {
    try {
      LocalDate last = until == null ? LocalDate.now(Today.ZONE) : until;
      return new MunicipalityPlan(persons, units, months, seed, last, faults);
    } catch (IllegalArgumentException e) {
      throw Refusal.badInput(String.valueOf(e.getMessage()));
    }
  }
}
