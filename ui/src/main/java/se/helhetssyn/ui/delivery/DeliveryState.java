package se.helhetssyn.ui.delivery;

/** What has become of a delivery by hand. */
enum DeliveryState {
  /** Files are being received. */
  OPEN,
  /** It is being looked at. */
  EXAMINING,
  /** It has been looked at and can be taken in. */
  EXAMINED,
  /** A run takes it in. */
  STARTED,
  /** A run has ended, whatever came of it. */
  DONE,
  /** It cannot be taken in. */
  REFUSED,
  /** Whoever sent it gave it up. */
  CANCELLED,
  /** The application was stopped before a run was started. */
  LOST;

  /** Whether its files are still needed. */
  boolean isOpen() {
    return switch (this) {
      case OPEN, EXAMINING, EXAMINED, STARTED -> true;
      case DONE, REFUSED, CANCELLED, LOST -> false;
    };
  }
}
