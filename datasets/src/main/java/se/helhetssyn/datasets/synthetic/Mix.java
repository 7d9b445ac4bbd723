package se.helhetssyn.datasets.synthetic;

import java.util.List;

/** Codes and how common each is, by any common measure. */
record Mix(List<Part> parts) {
  record Part(String code, int weight) {}

  /** From text such as {@code "FALL 34, MEDICATION 27"}. */
  static Mix of(String text) {
    return new Mix(
        List.of(text.split(", ")).stream()
            .map(part -> part.split(" "))
            .map(part -> new Part(part[0], Integer.parseInt(part[1])))
            .toList());
  }

  String pick(Chance chance) {
    int left = chance.between(1, parts.stream().mapToInt(Part::weight).sum());
    for (Part part : parts) {
      left -= part.weight();
      if (left <= 0) {
        return part.code();
      }
    }
    throw new IllegalStateException("no part of " + parts);
  }
}
