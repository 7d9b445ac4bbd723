package se.helhetssyn.pipelines.intake;

/**
 * Where the rows of one delivered file went (counts).
 *
 * @param table canonical table
 * @param file its name
 * @param extractId id of the delivery after the manifest; empty without one
 * @param sourceSystem where it comes from
 * @param delivered rows in the file
 * @param trusted rows kept
 * @param quarantined rows set aside with a reason
 * @param duplicates copies and older versions of a row that is accounted for
 * @param rejected rows of a file or a kind that is not taken in, protected persons among them
 */
public record FileAccount(
    String table,
    String file,
    String extractId,
    String sourceSystem,
    long delivered,
    long trusted,
    long quarantined,
    long duplicates,
    long rejected) {
  /** Whether every delivered row is accounted for. */
  public boolean balances() {
    return delivered == trusted + quarantined + duplicates + rejected;
  }
}
