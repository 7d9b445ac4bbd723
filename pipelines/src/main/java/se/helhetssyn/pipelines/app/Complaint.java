package se.helhetssyn.pipelines.app;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one Swedish sentence what is wrong with a command line. */
final class Complaint {
  private Complaint() {}

  static String about(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return what(mistake) + " Se ./%s --help.".formatted(command);
  }

  private static String what(ParameterException mistake) {
    return switch (mistake) {
      case MissingParameterException m ->
          "%s måste anges.".formatted(name(m.getMissing().getFirst()));
      case UnmatchedArgumentException u -> "%s finns inte.".formatted(u.getUnmatched().getFirst());
      default -> {
        ArgSpec argument = mistake.getArgSpec();
        yield argument == null
            ? "Kommandot går inte att tolka."
            : "%s har ett värde som inte går att använda; det ska vara %s."
                .formatted(name(argument), expected(argument.paramLabel()));
      }
    };
  }

  private static String expected(String label) {
    return switch (label) {
      case "N" -> "ett heltal";
      case "DATUM" -> "ett datum som 2026-03-31";
      default -> label.replace("|", " eller ");
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
