package se.helhetssyn.datasets.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** DQ34: units with more than one deviation in ten in the category {@code OTHER}. */
final class OtherShare implements Counter {
  private final Map<String, long[]> units = new HashMap<>();

  @Override
  public Set<String> tables() {
    return Set.of("deviation");
  }

  @Override
  public void see(Row row) {
    if (row.has("org_unit_id")) {
      long[] counts = units.computeIfAbsent(row.get("org_unit_id"), unit -> new long[2]);
      counts[0]++;
      counts[1] += row.is("category", "OTHER") ? 1 : 0;
    }
  }

  @Override
  public boolean confirms(PlantedFault fault) {
    return !fault.rule().equals("DQ34") || over().contains(fault.keys().getFirst());
  }

  @Override
  public List<NaturalFault> found(List<PlantedFault> planted) {
    Set<String> natural = over();
    planted.stream()
        .filter(fault -> fault.rule().equals("DQ34"))
        .forEach(fault -> natural.remove(fault.keys().getFirst()));
    return List.of(
        new NaturalFault(
            "DQ34", "deviation", "units with more than 10 % in OTHER", natural.size()));
  }

  private Set<String> over() {
    Set<String> over = new TreeSet<>();
    units.forEach((unit, counts) -> {
      if (counts[1] * 10 > counts[0]) {
        over.add(unit);
      }
    });
    return over;
  }
}
