package se.helhetssyn.pipelines.inbox;

import java.util.Comparator;
import java.util.List;

/** The order of keys that are made of several texts. */
final class ByText {
  static final Comparator<List<String>> ORDER = Comparator.comparing(key -> String.join("\0", key));

  private ByText() {}
}
