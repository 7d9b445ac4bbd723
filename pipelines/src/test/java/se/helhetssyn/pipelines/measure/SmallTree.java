package se.helhetssyn.pipelines.measure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * An organisation of two areas, in which units A and B are followed by C on 1 June 2025; O is of
 * another kind.
 */
final class SmallTree {
  static final Organisation ORGANISATION =
      organisation(
          "K MUNICIPALITY - - 2020-01-01 -",
          "D DIVISION K - 2020-01-01 -",
          "S SERVICE_AREA D - 2020-01-01 -",
          "T SERVICE_AREA D - 2020-01-01 -",
          "A UNIT S HOME_CARE 2020-01-01 2025-06-01",
          "B UNIT S HOME_CARE 2020-01-01 2025-06-01",
          "C UNIT T HOME_CARE 2025-06-01 -",
          "R UNIT T RESIDENTIAL_CARE 2020-01-01 -",
          "O UNIT T OTHER 2020-01-01 -");

  private SmallTree() {}

  private static Organisation organisation(String... nodes) {
    return Organisation.of(
        OrganisationRows.units(nodes),
        OrganisationRows.changes("A C 2025-06-01 MERGE", "B C 2025-06-01 MERGE"));
  }

  static Horizon horizon(String from, String to) {
    return new Horizon(LocalDate.parse(from), LocalDate.parse(to), LocalDate.parse(to));
  }

  static int day(String day) {
    return Math.toIntExact(LocalDate.parse(day).toEpochDay());
  }

  /** The ids of nodes, in text order. */
  static List<String> names(Grid grid, int[] nodes) {
    return Arrays.stream(nodes).mapToObj(n -> grid.nodes().get(n).id()).sorted().toList();
  }
}
