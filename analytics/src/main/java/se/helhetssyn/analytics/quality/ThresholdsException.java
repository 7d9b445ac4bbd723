package se.helhetssyn.analytics.quality;

/** Thresholds that cannot be used. The message is a sentence for people, with every mistake. */
public final class ThresholdsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ThresholdsException(String message) {
    super(message);
  }

  ThresholdsException(String message, Throwable cause) {
    super(message, cause);
  }
}
