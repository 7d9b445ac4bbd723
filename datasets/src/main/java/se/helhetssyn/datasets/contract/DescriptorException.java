package se.helhetssyn.datasets.contract;

import java.util.List;

/** A descriptor that cannot be used. The message names the file and lists every fault found. */
public final class DescriptorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DescriptorException(String file, List<String> faults) {
    super(file + ": " + String.join("; ", faults));
  }

  DescriptorException(String file, String fault, Throwable cause) {
    super(file + ": " + fault, cause);
  }
}
