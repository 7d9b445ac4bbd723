package se.helhetssyn.ui.app;

import static se.helhetssyn.ui.wording.Wording.text;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line. */
final class Complaint {
  private Complaint() {}

  static String about(ParameterException mistake) {
    return text("serve.see-help", what(mistake));
  }

  private static String what(ParameterException mistake) {
    return switch (mistake) {
      case MissingParameterException m -> text("serve.missing", name(m.getMissing().getFirst()));
      case UnmatchedArgumentException u -> text("serve.unknown", u.getUnmatched().getFirst());
      default -> {
        ArgSpec argument = mistake.getArgSpec();
        yield argument == null
            ? text("serve.misused")
            : text("serve.bad-value", name(argument), expected(argument.paramLabel()));
      }
    };
  }

  private static String expected(String label) {
    return label.equals("N") ? text("serve.whole-number") : label;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
