package se.helhetssyn.analytics.export;

/** Nothing was exported. The message is a sentence for people. */
public final class ExportException extends RuntimeException {
  /** Whose fault it is. */
  public enum Fault {
    /** A protected figure carries a number: the gate refused. */
    REFUSED,
    /** The file cannot be written where it was asked for. */
    OUTPUT,
    /** The layer's file is absent, damaged or of another form. */
    MART
  }

  private final Fault fault;

  ExportException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  ExportException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
