package se.helhetssyn.pipelines.refusal;

/**
 * A run that cannot go on for a reason its user can do something about. The message is one Swedish
 * sentence that says what and where, and what to do next; it never holds a row's content.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private Refusal(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public static Refusal badInput(String message) {
    return new Refusal(ExitCode.BAD_INPUT, message);
  }

  public static Refusal badConfiguration(String message) {
    return new Refusal(ExitCode.BAD_CONFIGURATION, message);
  }

  public static Refusal storeBusy(String message) {
    return new Refusal(ExitCode.STORE_BUSY, message);
  }

  public static Refusal gate(String message) {
    return new Refusal(ExitCode.GATE_REFUSED, message);
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
