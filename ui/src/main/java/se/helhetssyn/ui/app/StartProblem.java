package se.helhetssyn.ui.app;

/** The server cannot start; the message is one sentence for the one who started it. */
final class StartProblem extends RuntimeException {
  private static final int BAD_INPUT = 2;
  private static final int BAD_CONFIGURATION = 3;

  private final int exitCode;

  private StartProblem(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  static StartProblem input(String sentence) {
    return new StartProblem(BAD_INPUT, sentence);
  }

  static StartProblem configuration(String sentence) {
    return new StartProblem(BAD_CONFIGURATION, sentence);
  }

  int exitCode() {
    return exitCode;
  }
}
