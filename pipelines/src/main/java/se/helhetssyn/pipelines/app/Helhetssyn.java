package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The commands that work on extracts and stores. */
@Command(
    name = "helhetssyn",
    description = "Från individuell uppföljning till mått för enhet och verksamhet.",
    synopsisSubcommandLabel = "KOMMANDO")
public final class Helhetssyn {
  private static final OptionSpec HELP =
      OptionSpec.builder("--help").usageHelp(true).description("visar den här hjälpen").build();

  private Helhetssyn() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err));
  }

  /** Runs a command; results go to {@code out}, progress and complaints to {@code err}. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Helhetssyn());
    line.addSubcommand("generate", new GenerateCommand(out, err));
    line.addSubcommand("pipeline", new PipelineCommand(out, err));
    line.addSubcommand("export", new ExportCommand(out));
    line.getSubcommands().values().forEach(Helhetssyn::withHelp);
    withHelp(line);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((mistake, given) -> {
      err.println(Complaint.about(mistake));
      return ExitCode.BAD_INPUT.code();
    });
    line.setExecutionExceptionHandler(refusals(err));
    return arguments.length == 0 ? usage(line, err) : line.execute(arguments);
  }

  private static void withHelp(CommandLine line) {
    line.getCommandSpec().addOption(HELP);
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading("Användning: ./")
        .commandListHeading("Kommandon:%n");
  }

  private static int usage(CommandLine line, PrintStream err) {
    line.usage(err);
    return ExitCode.BAD_INPUT.code();
  }

  private static IExecutionExceptionHandler refusals(PrintStream err) {
    return (failure, line, parsed) -> {
      if (failure instanceof Refusal refusal) {
        err.println(refusal.getMessage());
        return refusal.exitCode().code();
      }
      if (failure instanceof UncheckedIOException unreachable) {
        err.println(
            "Det gick inte att läsa eller skriva: %s. Kontrollera sökväg, rättigheter och utrymme."
                .formatted(
                    Optional.ofNullable(unreachable.getCause())
                        .map(Throwable::getMessage)
                        .orElse("")));
        return ExitCode.BAD_INPUT.code();
      }
      throw failure;
    };
  }
}
