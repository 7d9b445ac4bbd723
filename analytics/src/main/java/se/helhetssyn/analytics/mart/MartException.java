package se.helhetssyn.analytics.mart;

/** The store or a mart in it could not be read. The message is a sentence for people. */
public final class MartException extends RuntimeException {
  public MartException(String message, Throwable cause) {
    super(message, cause);
  }

  public MartException(String message) {
    super(message);
  }
}
