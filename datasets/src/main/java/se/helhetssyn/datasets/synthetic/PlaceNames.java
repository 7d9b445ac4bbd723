package se.helhetssyn.datasets.synthetic;

import java.util.List;

/** Invented names that sound like Swedish places. */
final class PlaceNames {
  private static final List<String> AREAS =
      List.of("Norra", "Södra", "Östra", "Västra", "Centrala", "Inre", "Yttre", "Övre", "Nedre");
  private static final List<String> FIRST =
      List.of(
          "Alm", "Sälg", "Hassel", "Rönn", "Lönn", "Vide", "Ljung", "Lärk", "Svan", "Bäver",
          "Ugglu", "Tran", "Kvarn", "Klock", "Sten", "Klöver", "Havre");
  private static final List<String> LAST =
      List.of(
          "lunda", "backa", "ängen", "tunet", "gläntan", "hagen", "vret", "kullen", "åkern",
          "dungen", "rydet");

  private PlaceNames() {}

  static String municipality() {
    return "Almlunda kommun";
  }

  static String area(int index) {
    return numbered(AREAS.get(index % AREAS.size()) + " området", index / AREAS.size());
  }

  /** The number of parts in the two lists has no common divisor, so names repeat late. */
  static String unit(int index, UnitType type) {
    String place = FIRST.get(index % FIRST.size()) + LAST.get((index * 3 + 1) % LAST.size());
    return numbered(place + "s " + type.swedish(), index / (FIRST.size() * LAST.size()));
  }

  /** The new name of a unit that is renamed. */
  static String renamed(int area, UnitType type) {
    return numbered(
        AREAS.get(area % AREAS.size()) + " områdets " + type.swedish(), area / AREAS.size());
  }

  private static String numbered(String name, int round) {
    return round == 0 ? name : name + " " + (round + 1);
  }
}
