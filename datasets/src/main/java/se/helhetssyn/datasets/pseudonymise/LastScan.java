package se.helhetssyn.datasets.pseudonymise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.helhetssyn.datasets.identity.IdentityNumber;
import se.helhetssyn.datasets.identity.IdentityNumbers;

/** Reads a file that is about to be handed over once more, to see that it names nobody. */
final class LastScan {
  private LastScan() {}

  /**
   * {@link Stopped} if an identity number is in a file.
   *
   * @param left doubtful numbers that were left alone knowingly; as many are expected
   */
  static void of(Path file, TextForm form, long left) throws IOException {
    long doubtful = 0;
    try (RawRecords records = form.open(file)) {
      while (records.next()) {
        for (int cell = 0; cell < records.size(); cell++) {
          doubtful += doubtfulIn(records, cell);
        }
      }
    }
    requireNone(doubtful != left);
  }

  private static long doubtfulIn(RawRecords records, int cell) {
    if (records.length(cell) < IdentityNumbers.FEWEST_DIGITS) {
      return 0;
    }
    List<IdentityNumber> numbers = IdentityNumbers.in(records.raw(cell));
    requireNone(!numbers.stream().allMatch(DoubtfulNumbers::isOne));
    return numbers.size();
  }

  private static void requireNone(boolean found) {
    if (found) {
      throw Stopped.withheld("slutkontrollen hittade ett personnummer i det som skulle lämnas ut");
    }
  }
}
