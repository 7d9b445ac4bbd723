package se.helhetssyn.datasets.fault;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * DQ41: pairs of conferences of a unit whose planned starts lie at most two hours apart. It holds
 * the starts of the unit whose rows are being written.
 */
final class SameStart implements Counter {
  private static final Duration NEAR = Duration.ofHours(2);

  private final List<LocalDateTime> starts = new ArrayList<>();
  private String unit = "";
  private long pairs;

  @Override
  public Set<String> tables() {
    return Set.of("conference");
  }

  @Override
  public void see(Row row) {
    if (!row.is("org_unit_id", unit)) {
      unit = row.get("org_unit_id");
      starts.clear();
    }
    LocalDateTime start = row.time("planned_start");
    pairs +=
        starts.stream()
            .filter(other -> Duration.between(other, start).abs().compareTo(NEAR) <= 0)
            .count();
    starts.add(start);
  }

  @Override
  public List<NaturalFault> found(List<PlantedFault> planted) {
    long known = planted.stream().filter(fault -> fault.rule().equals("DQ41")).count();
    return List.of(
        new NaturalFault(
            "DQ41", "conference", "pairs of a unit that start within two hours", pairs - known));
  }
}
