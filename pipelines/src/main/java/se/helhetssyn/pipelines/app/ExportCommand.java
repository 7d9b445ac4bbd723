package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.helhetssyn.analytics.export.Export;
import se.helhetssyn.analytics.export.ExportException;
import se.helhetssyn.analytics.export.Format;
import se.helhetssyn.analytics.export.What;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.Pointer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.analytics.quality.Thresholds;
import se.helhetssyn.analytics.quality.ThresholdsException;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Writes what is published now to a file. */
@Command(name = "export", description = "Skriver det som är publicerat just nu till en fil.")
final class ExportCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--store", required = true, paramLabel = "MAPP", description = "lagret")
  private Path store = Path.of("");

  @Option(
      names = "--what",
      required = true,
      paramLabel = "indicators|definitions|quality|deliveries|gaps|revisions|delays",
      description = "vad som skrivs")
  private What what = What.INDICATORS;

  @Option(
      names = "--layer",
      paramLabel = "public|protected|internal",
      description = "vilket skydd; protected om inget anges")
  private Layer layer = Layer.PROTECTED;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "csv|parquet|arrow|xlsx",
      description = "filens form")
  private Format format = Format.CSV;

  @Option(names = "--out", required = true, paramLabel = "FIL", description = "filen som skrivs")
  private Path file = Path.of("");

  @Option(
      names = "--thresholds",
      paramLabel = "FIL",
      description = "gränser för kontrollerna i quality, i stället för reglernas egna (YAML)")
  private @Nullable Path thresholds;

  ExportCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    StoreLayout layout = new StoreLayout(store);
    try {
      Export.write(layout.mart(served(layout), layer), what, format, file, thresholds());
    } catch (ExportException e) {
      throw refusal(e);
    } catch (ThresholdsException e) {
      throw Refusal.badConfiguration(String.valueOf(e.getMessage()));
    }
    out.println("Skriven: " + file);
    return ExitCode.DONE.code();
  }

  private Thresholds thresholds() {
    if (thresholds == null) {
      return Thresholds.NONE;
    }
    if (what != What.QUALITY) {
      throw Refusal.badConfiguration("--thresholds gäller bara --what quality.");
    }
    return Thresholds.read(thresholds);
  }

  private static Refusal refusal(ExportException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.fault()) {
      case REFUSED -> Refusal.gate(message);
      case OUTPUT, MART -> Refusal.badInput(message);
    };
  }

  /** The served generation, whose manifest this program can read. */
  private String served(StoreLayout layout) {
    try {
      String id = Pointer.read(layout).orElseThrow(this::nothingPublished);
      Manifest.read(layout.manifest(id));
      if (!StoreState.read(layout, id).orElse(StoreState.NONE).isReproducible()) {
        err.println("Underlaget är gallrat: måtten gäller, men kan inte räknas om ur lagret.");
      }
      return id;
    } catch (MartException e) {
      throw Refusal.badInput("Lagret %s kan inte läsas. %s".formatted(store, e.getMessage()));
    }
  }

  private Refusal nothingPublished() {
    return Refusal.badInput(
        "I lagret %s är inget publicerat: kör pipeline först, eller rätta --store."
            .formatted(store));
  }
}
