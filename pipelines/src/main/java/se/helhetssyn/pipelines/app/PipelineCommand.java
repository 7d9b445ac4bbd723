package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.run.DryRun;
import se.helhetssyn.pipelines.run.DryRunReport;
import se.helhetssyn.pipelines.run.PipelineJob;
import se.helhetssyn.pipelines.run.Report;
import se.helhetssyn.pipelines.run.RunId;
import se.helhetssyn.pipelines.run.RunRequest;

/** One run from extracts to a published generation. */
@Command(
    name = "pipeline",
    description = "Läser in och granskar uttag, räknar fram måtten och publicerar dem.")
final class PipelineCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--extracts", required = true, paramLabel = "MAPP", description = "uttagen")
  private Path extracts = Path.of("");

  @Option(names = "--store", required = true, paramLabel = "MAPP", description = "lagret")
  private Path store = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "FIL",
      description = "hur andra filer än de kanoniska läses; en för varje källsystem")
  private List<Path> mappings = List.of();

  @Option(names = "--settings", paramLabel = "FIL", description = "egna inställningar")
  private @Nullable Path settings;

  @Option(
      names = "--as-of",
      paramLabel = "DATUM",
      description = "den dag som räknas som i dag (i dag)")
  private @Nullable LocalDate asOf;

  @Option(names = "--master", paramLabel = "URL", description = "var Spark körs (${DEFAULT-VALUE})")
  private String master = "local[*]";

  @Option(
      names = "--dry-run",
      description = "granskar uttagen utan att skriva något i lagret och utan att räkna")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "FIL",
      description = "dit granskningen skrivs som JSON; hör till --dry-run")
  private @Nullable Path report;

  @Option(
      names = "--run-id",
      paramLabel = "NAMN",
      description = "körningens namn, för den som vill följa den (20261101T060000Z-3f9a)")
  private @Nullable String run;

  PipelineCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    LocalDate today = asOf == null ? LocalDate.now(Today.ZONE) : asOf;
    RunRequest request =
        new RunRequest(runId(), extracts, store, mappings, settings, today, master);
    if (dryRun) {
      return look(request);
    }
    if (report != null) {
      throw Refusal.badInput("--report hör till --dry-run: ange båda, eller ingen av dem.");
    }
    boolean terminal = "1".equals(System.getenv("HELHETSSYN_TERMINAL"));
    Manifest manifest = PipelineJob.run(request, err, terminal);
    out.println(Report.published(manifest));
    return ExitCode.DONE.code();
  }

  private int look(RunRequest request) {
    DryRunReport found = DryRun.of(request);
    if (report != null) {
      found.writeTo(report);
    }
    out.println(found.text());
    return (found.goes() ? ExitCode.DONE : ExitCode.BAD_INPUT).code();
  }

  private RunId runId() {
    if (run == null) {
      return RunId.next();
    }
    RunId chosen = new RunId(run);
    if (Files.exists(new StoreLayout(store).events(chosen.text()))) {
      throw Refusal.badInput(
          "Körningen %s finns redan: välj ett annat namn efter --run-id.".formatted(run));
    }
    return chosen;
  }
}
