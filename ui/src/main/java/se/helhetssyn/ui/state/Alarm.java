package se.helhetssyn.ui.state;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who watch the log that something needs a person: one line per event, which begins
 * with {@value #PREFIX} and the event's name and holds nothing of any row.
 */
public final class Alarm {
  /** What every such line begins with. */
  public static final String PREFIX = "HELHETSSYN-LARM";

  private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

  private Alarm() {}

  /**
   * Writes the line.
   *
   * @param event for example {@code run-failed}
   * @param about what it happened to, for example the name of a run
   */
  public static void raise(String event, String about) {
    LOG.warn("{} {} {}", PREFIX, event, about);
  }
}
