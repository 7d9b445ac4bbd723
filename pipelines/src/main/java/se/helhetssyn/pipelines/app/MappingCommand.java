package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.mapping.DeliveryTrial;
import se.helhetssyn.pipelines.mapping.MappingDraft;
import se.helhetssyn.pipelines.mapping.Mappings;
import se.helhetssyn.pipelines.refusal.ExitCode;

/** Proposes a mapping for a file, or tries one on a delivery. */
@Command(
    name = "mapping",
    description = "Föreslår en mappning för en fil, eller prövar en mappning på en leverans.",
    synopsisSubcommandLabel = "draft|check")
final class MappingCommand implements Callable<Integer> {
  private final PrintStream out;

  @Spec private @Nullable CommandSpec spec;

  MappingCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "draft or check is missing");
  }

  @Command(name = "check", description = "Prövar mappningar på en leverans utan att skriva något.")
  int check(
      @Option(
              names = "--mapping",
              required = true,
              paramLabel = "FIL",
              description = "mappningen; en för varje källsystem")
          List<Path> mappings,
      @Option(names = "--in", required = true, paramLabel = "MAPP", description = "leveransen")
          Path folder) {
    DeliveryTrial trial = DeliveryTrial.of(folder, Mappings.read(mappings, DataPackage.load()));
    out.println(trial.report());
    return (trial.passes() ? ExitCode.DONE : ExitCode.BAD_INPUT).code();
  }

  @Command(
      name = "draft",
      description = "Föreslår en mappning efter rubrikerna och de första raderna i en fil.")
  int draft(
      @Option(names = "--in", required = true, paramLabel = "FIL", description = "filen") Path file,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FIL",
              description = "dit förslaget skrivs; finns filen redan ändras den inte")
          Path mapping,
      @Option(
              names = "--table",
              paramLabel = "TABELL",
              description = "den kanoniska tabellen, om den är känd")
          @Nullable String table) {
    out.println(MappingDraft.write(file, mapping, table, DataPackage.load()));
    return ExitCode.DONE.code();
  }
}
