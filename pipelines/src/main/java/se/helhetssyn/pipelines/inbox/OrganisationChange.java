package se.helhetssyn.pipelines.inbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of the organisation. What is not stated is null or empty.
 *
 * @param type what is done
 * @param date first day with the new organisation, as 2026-03-31
 * @param units what is changed: several nodes for a merger, else one
 * @param into what carries them on, of a merger and a split; may be one of the units
 * @param name new name, of a new name
 * @param parent the node it comes under, of a move
 */
record OrganisationChange(
    @Nullable Type type,
    @Nullable String date,
    List<String> units,
    List<Successor> into,
    @Nullable String name,
    @Nullable String parent) {
  OrganisationChange {
    units = List.copyOf(Objects.requireNonNullElse(units, List.of()));
    into = List.copyOf(Objects.requireNonNullElse(into, List.of()));
  }

  /** What is done, as {@code org_succession} tells of it. */
  enum Type {
    MERGE,
    SPLIT,
    RENAME,
    MOVE,
    CLOSE
  }

  /**
   * A node that carries others on. One that does not exist is made after the first of them.
   *
   * @param id its id
   * @param name its name; not needed for one that exists
   * @param parent the node it comes under; null for that of the first of those it carries on
   */
  record Successor(@Nullable String id, @Nullable String name, @Nullable String parent) {
    String node() {
      return Objects.requireNonNullElse(id, "");
    }
  }

  LocalDate day() {
    return LocalDate.parse(Objects.requireNonNull(date));
  }

  Type kind() {
    return Objects.requireNonNull(type);
  }

  String unit() {
    return units.getFirst();
  }

  /** Everything that is wrong with it whatever the organisation: clauses without a full stop. */
  List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    if (type == null) {
      mistakes.add("type saknas");
      return mistakes;
    }
    require(Grounds.isDay(date), "date ska vara en dag, som 2026-03-31", mistakes);
    boolean several = type == Type.MERGE;
    require(
        several ? !units.isEmpty() : units.size() == 1,
        several ? "units saknas" : "units ska vara en enda",
        mistakes);
    require(
        switch (type) {
          case MERGE -> into.size() == 1;
          case SPLIT -> into.size() > 1;
          case RENAME, MOVE, CLOSE -> into.isEmpty();
        },
        "into ska vara en enda vid MERGE, flera vid SPLIT och annars ingen",
        mistakes);
    require(into.stream().noneMatch(s -> isBlank(s.id())), "into: id saknas", mistakes);
    require((type == Type.RENAME) != isBlank(name), "name hör till RENAME", mistakes);
    require((type == Type.MOVE) != isBlank(parent), "parent hör till MOVE", mistakes);
    return mistakes;
  }

  private static void require(boolean holds, String otherwise, List<String> mistakes) {
    if (!holds) {
      mistakes.add(otherwise);
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
