package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.run.PipelineJob;
import se.helhetssyn.pipelines.run.Report;
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

  PipelineCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    LocalDate today = asOf == null ? LocalDate.now(Today.ZONE) : asOf;
    RunRequest request = new RunRequest(extracts, store, mappings, settings, today, master);
    boolean terminal = "1".equals(System.getenv("HELHETSSYN_TERMINAL"));
    Manifest manifest = PipelineJob.run(request, err, terminal);
    out.println(Report.published(manifest));
    return ExitCode.DONE.code();
  }
}
