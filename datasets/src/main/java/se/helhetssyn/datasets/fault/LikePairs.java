package se.helhetssyn.datasets.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * DQ35: pairs of one HSL and one SoL deviation of the same person and category that happened at
 * most a day apart. It holds eight bytes per deviation of a person: 44 bits of a digest of person
 * and category, the day, the law; two among a million that only look alike are one in a thousand
 * deliveries.
 */
final class LikePairs implements Counter {
  private long[] events = new long[1024];
  private int size;

  @Override
  public Set<String> tables() {
    return Set.of("deviation");
  }

  @Override
  public void see(Row row) {
    boolean health = row.is("law", "HSL");
    if (row.has("person_key") && row.has("occurred_at") && (health || row.is("law", "SOL"))) {
      if (size == events.length) {
        events = Arrays.copyOf(events, 2 * size);
      }
      long day = row.day("occurred_at").toEpochDay();
      long who = digest(row.get("person_key") + "|" + row.get("category"));
      events[size++] = (who & ~((1L << 20) - 1)) | (day << 1) | (health ? 1 : 0);
    }
  }

  @Override
  public List<NaturalFault> found(List<PlantedFault> planted) {
    long known = planted.stream().filter(fault -> fault.rule().equals("DQ35")).count();
    return List.of(
        new NaturalFault(
            "DQ35",
            "deviation",
            "pairs of HSL and SoL, same person and category, at most a day apart",
            pairs() - known));
  }

  private long pairs() {
    Arrays.sort(events, 0, size);
    long pairs = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size && (events[j] >> 1) - (events[i] >> 1) <= 1; j++) {
        pairs += (events[i] ^ events[j]) & 1;
      }
    }
    return pairs;
  }

  /** FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923), its high bits stirred by a last product. */
  private static long digest(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
  }
}
