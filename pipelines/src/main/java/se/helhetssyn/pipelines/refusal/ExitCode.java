package se.helhetssyn.pipelines.refusal;

/** How a command ends, as the launcher's users know it. */
public enum ExitCode {
  DONE(0),
  /** A fault of the program itself; nothing was published. */
  FAULT(1),
  /** What was delivered or typed, or the store itself, cannot be used; nothing was published. */
  BAD_INPUT(2),
  /**
   * Settings, mapping or definitions cannot be used, or the machine lacks what is needed: room on
   * its disk, or memory.
   */
  BAD_CONFIGURATION(3),
  /** Another run holds the store. */
  STORE_BUSY(4),
  /** A gate (conservation, invariants, protection) refused publication. */
  GATE_REFUSED(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
