package se.helhetssyn.analytics.expression;

/** An expression that cannot be read, with the text it stands in. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExpressionException(String message) {
    super(message);
  }
}
