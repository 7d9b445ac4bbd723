package se.helhetssyn.pipelines.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import se.helhetssyn.pipelines.refusal.ExitCode;

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
    line.addSubcommand("export", new ExportCommand(out, err));
    line.addSubcommand("mapping", new MappingCommand(out));
    line.addSubcommand("retention", new RetentionCommand(out, err));
    line.addSubcommand("erase", new EraseCommand(out, err));
    withHelp(line);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((mistake, given) -> {
      err.println(Complaint.about(mistake));
      return ExitCode.BAD_INPUT.code();
    });
    line.setExecutionExceptionHandler((failure, given, parsed) -> Failure.tell(failure, err));
    return arguments.length == 0 ? usage(line, err) : execute(line, arguments, err);
  }

  private static int execute(CommandLine line, String[] arguments, PrintStream err) {
    try {
      return line.execute(arguments);
    } catch (Error failure) { // the command line hands only exceptions to its handler
      return Failure.tell(failure, err);
    }
  }

  private static void withHelp(CommandLine line) {
    line.getSubcommands().values().forEach(Helhetssyn::withHelp);
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
}
