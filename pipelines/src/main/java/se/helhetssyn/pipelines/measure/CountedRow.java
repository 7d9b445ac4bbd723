package se.helhetssyn.pipelines.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row that counts in a measure; the same object for each row in turn. */
final class CountedRow {
  /** Columns in the order that readers give them. */
  static final List<String> COLUMNS =
      List.of(
          "measure",
          "person",
          "counted_on",
          "period_no",
          "as_was",
          "unit",
          "as_was_geo",
          "geographical_unit",
          "sex",
          "age_group",
          "flags",
          "amounts");

  /** Place of the measure among all. */
  int measure;

  /** Tells persons apart; rows without a person are of one. */
  long person;

  /** Days since 1970. */
  int countedOn;

  /** The period it is told in; -1 for every one that holds its date. */
  int period;

  /** Whether it counts at the unit responsible. */
  boolean countsAtUnit;

  @Nullable String unit;

  /** Whether it counts at the geographical unit. */
  boolean countsAtGeographicalUnit;

  @Nullable String geographicalUnit;
  @Nullable String sex;
  @Nullable String ageGroup;

  /** A letter per series. */
  String flags = "";

  /** Values and weights; null for one that the row has not. */
  List<@Nullable Long> amounts = List.of();

  int flag(int series) {
    return flags.charAt(series) - 'a';
  }

  @Nullable Long amount(int at) {
    return amounts.get(at);
  }
}
