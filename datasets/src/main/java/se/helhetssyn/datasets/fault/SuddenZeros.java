package se.helhetssyn.datasets.fault;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * DQ38: months without a row at a unit whose mean of the twelve months before is at least five.
 * Only whole calendar months of the delivery count, on both sides.
 */
final class SuddenZeros implements Counter {
  static final int BEFORE = 12;
  private static final int LEAST_MEAN = 5;

  private final String table;
  private final String date;
  private final YearMonth first;
  private final int months;
  private final Map<String, int[]> units = new HashMap<>();

  SuddenZeros(String table, String date, LocalDate from, LocalDate until) {
    this.table = table;
    this.date = date;
    first = firstMonth(from);
    months = months(from, until);
  }

  /** The first whole calendar month. */
  static YearMonth firstMonth(LocalDate from) {
    return YearMonth.from(from.plusDays(from.lengthOfMonth() - 1L));
  }

  /** How many whole calendar months a delivery has. */
  static int months(LocalDate from, LocalDate until) {
    return (int) ChronoUnit.MONTHS.between(firstMonth(from), YearMonth.from(until.plusDays(1)));
  }

  @Override
  public Set<String> tables() {
    return Set.of(table);
  }

  @Override
  public void see(Row row) {
    int month = (int) ChronoUnit.MONTHS.between(first, YearMonth.from(row.day(date)));
    if (row.has("org_unit_id") && month >= 0 && month < months) {
      units.computeIfAbsent(row.get("org_unit_id"), unit -> new int[months])[month]++;
    }
  }

  @Override
  public boolean confirms(PlantedFault fault) {
    return !isMine(fault) || zeros().contains(fault.keys().getFirst());
  }

  @Override
  public List<NaturalFault> found(List<PlantedFault> planted) {
    Set<String> natural = zeros();
    planted.stream().filter(this::isMine).forEach(fault -> natural.remove(fault.keys().getFirst()));
    return List.of(
        new NaturalFault(
            "DQ38", table, "months without a row after a mean of five or more", natural.size()));
  }

  private boolean isMine(PlantedFault fault) {
    return fault.rule().equals("DQ38") && fault.table().equals(table);
  }

  private Set<String> zeros() {
    Set<String> zeros = new TreeSet<>();
    units.forEach((unit, counts) -> {
      int sum = 0;
      for (int month = 0; month < months; month++) {
        if (month >= BEFORE && counts[month] == 0 && sum >= BEFORE * LEAST_MEAN) {
          zeros.add(unit + "|" + first.plusMonths(month));
        }
        sum += counts[month] - (month >= BEFORE ? counts[month - BEFORE] : 0);
      }
    });
    return zeros;
  }
}
