package se.helhetssyn.pipelines.refusal;

import org.jspecify.annotations.Nullable;

/**
 * A command that cannot go on. The message is one Swedish sentence that says what and where, and
 * what to do next; it never holds a row's content.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private Refusal(ExitCode exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public static Refusal badInput(String message) {
    return badInput(message, null);
  }

  /** A refusal whose cause is worth keeping for the one who is to mend it. */
  public static Refusal badInput(String message, @Nullable Throwable cause) {
    return new Refusal(ExitCode.BAD_INPUT, message, cause);
  }

  public static Refusal badConfiguration(String message) {
    return new Refusal(ExitCode.BAD_CONFIGURATION, message, null);
  }

  public static Refusal storeBusy(String message) {
    return new Refusal(ExitCode.STORE_BUSY, message, null);
  }

  public static Refusal gate(String message) {
    return new Refusal(ExitCode.GATE_REFUSED, message, null);
  }

  /** The machine lacks room on its disk, or memory. */
  public static Refusal lacking(String message, Throwable cause) {
    return new Refusal(ExitCode.BAD_CONFIGURATION, message, cause);
  }

  /** The program itself failed: nothing its user did, and nothing its user can mend alone. */
  public static Refusal fault(String message, Throwable cause) {
    return new Refusal(ExitCode.FAULT, message, cause);
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
