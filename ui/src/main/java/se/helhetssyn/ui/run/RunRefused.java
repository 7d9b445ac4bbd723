package se.helhetssyn.ui.run;

/** A run cannot be started; the message is a Swedish sentence for whoever asked. */
public final class RunRefused extends RuntimeException {
  RunRefused(String sentence) {
    super(sentence);
  }
}
