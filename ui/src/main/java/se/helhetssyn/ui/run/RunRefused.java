package se.helhetssyn.ui.run;

/** A run cannot be started; the message is a Swedish sentence for whoever asked. */
public final class RunRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean onRecord;

  /** Refuses, in a sentence, before anything has happened. */
  public RunRefused(String sentence) {
    this(sentence, false);
  }

  private RunRefused(String sentence, boolean onRecord) {
    super(sentence);
    this.onRecord = onRecord;
  }

  /** Refuses a run that is on record as failed. */
  static RunRefused onRecord(String sentence) {
    return new RunRefused(sentence, true);
  }

  /** Whether the run is on record as failed, so that it must not be asked for over and over. */
  boolean isOnRecord() {
    return onRecord;
  }
}
