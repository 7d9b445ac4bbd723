package se.helhetssyn.datasets.pseudonymise;

/**
 * The program cannot go on. The message is one Swedish sentence that says what and where and what
 * to do next; it never holds a value of a file.
 */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault of the program itself. */
  static final int FAULT = 1;

  /** What was typed or delivered cannot be used. */
  static final int BAD_INPUT = 2;

  /** The key, or the machine, is not as it must be. */
  static final int BAD_ENVIRONMENT = 3;

  /** The last scan found an identity number in what was about to be handed over. */
  static final int WITHHELD = 5;

  private final int exitCode;

  private Stopped(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  static Stopped badInput(String sentence) {
    return new Stopped(BAD_INPUT, sentence);
  }

  static Stopped badEnvironment(String sentence) {
    return new Stopped(BAD_ENVIRONMENT, sentence);
  }

  static Stopped withheld(String sentence) {
    return new Stopped(WITHHELD, sentence);
  }

  /** The class and the place tell the ones who mend it enough; the message could hold a value. */
  static Stopped fault(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "okänd plats" : trace[0].toString();
    return new Stopped(
        FAULT,
        "Ett fel i Helhetssyn stoppade kommandot; inget har lämnats ut. (%s, %s)"
            .formatted(failure.getClass().getName(), place));
  }

  /** The same about a file, from a clause without its subject. */
  Stopped inFile(String name) {
    return new Stopped(exitCode, "%s: %s; ingen fil har lämnats ut.".formatted(name, sentence()));
  }

  int exitCode() {
    return exitCode;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
