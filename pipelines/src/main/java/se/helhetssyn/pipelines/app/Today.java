package se.helhetssyn.pipelines.app;

import java.time.ZoneId;

/** Where days begin and end. */
final class Today {
  static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private Today() {}
}
