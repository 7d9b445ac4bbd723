package se.helhetssyn.analytics.expression;

/** What may stand between two operands. */
public enum Operator {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">="),
  AND("AND"),
  OR("OR"),
  PLUS("+"),
  MINUS("-"),
  TIMES("*");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** As SQL writes it. */
  public String sign() {
    return sign;
  }
}
