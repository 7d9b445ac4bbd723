package se.helhetssyn.pipelines.inbox;

/** A change that the organisation does not allow. The message is a clause without a full stop. */
final class ImpossibleChange extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImpossibleChange(String message) {
    super(message);
  }
}
