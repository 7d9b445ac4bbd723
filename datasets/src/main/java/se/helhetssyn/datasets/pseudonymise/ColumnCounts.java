package se.helhetssyn.datasets.pseudonymise;

import java.util.StringJoiner;

/** What became of the values of one column. */
final class ColumnCounts {
  private long identities;
  private long reserves;
  private long keys;
  private long left;

  void identity() {
    identities++;
  }

  void reserve() {
    reserves++;
  }

  void key() {
    keys++;
  }

  void left() {
    left++;
  }

  /** Ten digits alone that could be an identity number and were taken for something else. */
  long leftAlone() {
    return left;
  }

  boolean isEmpty() {
    return identities + reserves + keys + left == 0;
  }

  @Override
  public String toString() {
    StringJoiner told = new StringJoiner(", ");
    tell(told, identities, "personnummer ersatta");
    tell(told, reserves, "andra nummer ersatta");
    tell(told, keys, "var redan nycklar");
    tell(told, left, "tal som kunde ha varit personnummer lämnade orörda");
    return told.toString();
  }

  private static void tell(StringJoiner told, long count, String what) {
    if (count > 0) {
      told.add(count + " " + what);
    }
  }
}
