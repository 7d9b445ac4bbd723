package se.helhetssyn.ui.indicator;

/** What the series up to a period says about a change. */
public enum Verdict {
  BETTER(Tone.BETTER, "verdict.better"),
  WORSE(Tone.CONCERN, "verdict.worse"),
  NO_SURE_CHANGE(Tone.NEUTRAL, "verdict.no-sure-change"),
  CHANGE_WITHOUT_DIRECTION(Tone.NEUTRAL, "verdict.no-direction"),
  TOO_FEW_POINTS(Tone.NEUTRAL, "verdict.too-few-points");

  /** Which symbol and colour go with the words. */
  public enum Tone {
    BETTER("▲"),
    CONCERN("▼"),
    NEUTRAL("◆");

    private final String symbol;

    Tone(String symbol) {
      this.symbol = symbol;
    }

    /** A shape that can be told from the others without colour. */
    public String symbol() {
      return symbol;
    }
  }

  private final Tone tone;
  private final String key;

  Verdict(Tone tone, String key) {
    this.tone = tone;
    this.key = key;
  }

  public Tone tone() {
    return tone;
  }

  String key() {
    return key;
  }
}
