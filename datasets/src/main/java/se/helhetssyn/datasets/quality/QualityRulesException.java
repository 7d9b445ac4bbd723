package se.helhetssyn.datasets.quality;

import java.util.List;

/** Rules that cannot be used. The message names the file and lists every fault found. */
public final class QualityRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QualityRulesException(String file, List<String> faults) {
    super(file + ": " + String.join("; ", faults));
  }

  QualityRulesException(String file, String fault, Throwable cause) {
    super(file + ": " + fault, cause);
  }
}
