package se.helhetssyn.pipelines.measure;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * The organisation through time: which nodes a node's rows belong to on a day, and what carries a
 * node on when the organisation changes.
 */
public final class Organisation {
  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 12, 31);

  private final Map<String, List<Version>> versions;
  private final List<Change> changes;

  private Organisation(Map<String, List<Version>> versions, List<Change> changes) {
    this.versions = versions;
    this.changes = changes;
  }

  /**
   * One node during one interval {@code [from, to)}.
   *
   * @param id node
   * @param level of the tree
   * @param parent null for the top
   * @param counted false for units of type {@code OTHER}
   * @param unitType of a unit; else null
   * @param provider who runs it; null where not told
   * @param from first day
   * @param to day after the last
   */
  record Version(
      String id,
      OrgLevel level,
      @Nullable String parent,
      boolean counted,
      @Nullable String unitType,
      @Nullable String provider,
      LocalDate from,
      LocalDate to) {
    Version cut(LocalDate start, LocalDate end) {
      return new Version(id, level, parent, counted, unitType, provider, start, end);
    }

    /** The groups of units that are alike which it belongs to. */
    Stream<Group> groups() {
      if (level != OrgLevel.UNIT || unitType == null) {
        return Stream.empty();
      }
      Stream<Group> type = Stream.of(new Group(OrgLevel.UNIT_TYPE, unitType));
      return provider == null
          ? type
          : Stream.concat(
              type,
              Stream.of(
                  new Group(OrgLevel.PROVIDER_FORM, provider),
                  new Group(OrgLevel.UNIT_TYPE_PROVIDER, unitType + "/" + provider)));
    }
  }

  /** Units that are alike. */
  record Group(OrgLevel level, String code) {}

  /**
   * What carries a node on from a day.
   *
   * @param predecessor node before the change
   * @param successor node after it; the same one if it goes on, or closes and nothing carries it on
   * @param date first day with the new organisation
   * @param splits whether the predecessor itself may be one of several that carry it on
   */
  record Change(String predecessor, String successor, LocalDate date, boolean splits) {}

  /**
   * That rows of {@code anchor} belong to {@code node} during {@code [from, to)}.
   *
   * @param anchor node that rows name
   * @param node itself, one above it, or the code of a group of units
   * @param level of the node
   */
  public record Belonging(
      String anchor, String node, OrgLevel level, LocalDate from, LocalDate to) {
    boolean isFollowedBy(Belonging next) {
      return next.anchor.equals(anchor)
          && next.node.equals(node)
          && next.level == level
          && next.from.equals(to);
    }

    Belonging until(LocalDate end) {
      return new Belonging(anchor, node, level, from, end);
    }
  }

  /** Reads trusted rows of {@code org_unit}, between which nothing is known to have passed on. */
  public static Organisation of(Dataset<Row> units) {
    return of(units.collectAsList(), List.<Row>of());
  }

  /**
   * Reads trusted rows of {@code org_unit} and {@code org_succession}; a {@link Refusal} for a tree
   * that is none.
   */
  public static Organisation of(Dataset<Row> units, Dataset<Row> successions) {
    return of(units.collectAsList(), successions.collectAsList());
  }

  /** The same of rows that are at hand. */
  static Organisation of(List<Row> units, List<Row> successions) {
    Map<String, List<Version>> versions = new TreeMap<>();
    for (Row row : units) {
      Version version = version(row);
      versions.computeIfAbsent(version.id(), id -> new ArrayList<>()).add(version);
    }
    versions.values().forEach(v -> v.sort(Comparator.comparing(Version::from)));
    Organisation organisation =
        new Organisation(versions, successions.stream().map(Organisation::change).toList());
    organisation.requireTree();
    return organisation;
  }

  private static Change change(Row row) {
    return new Change(
        row.getAs("predecessor_id"),
        row.getAs("successor_id"),
        Objects.requireNonNull(day(row, "change_date")),
        "SPLIT".equals(row.getAs("change_type")));
  }

  private static Version version(Row row) {
    @Nullable LocalDate to = day(row, "valid_to");
    return new Version(
        row.getAs("org_unit_id"),
        OrgLevel.valueOf(row.getAs("level")),
        row.getAs("parent_id"),
        !"OTHER".equals(row.getAs("unit_type")),
        row.getAs("unit_type"),
        row.getAs("provider_form"),
        Objects.requireNonNull(day(row, "valid_from")),
        to == null ? END : to);
  }

  private static @Nullable LocalDate day(Row row, String column) {
    @Nullable Date date = row.getAs(column);
    return date == null ? null : date.toLocalDate();
  }

  private void requireTree() {
    for (Version version : all()) {
      String parent = version.parent();
      if (parent == null) {
        continue;
      }
      List<Version> above = versions.get(parent);
      if (above == null) {
        throw Refusal.badInput(
            "Organisationen hänger inte ihop: %s har den överordnade noden %s, som inte finns."
                .formatted(version.id(), parent));
      }
      if (above.stream().anyMatch(a -> a.level().compareTo(version.level()) >= 0)) {
        throw Refusal.badInput(
            "Organisationen hänger inte ihop: %s ligger inte över %s i nivå."
                .formatted(parent, version.id()));
      }
    }
    if (all().stream().noneMatch(v -> v.level() == OrgLevel.MUNICIPALITY)) {
      throw Refusal.badInput("Organisationen saknar en översta nod på nivån MUNICIPALITY.");
    }
  }

  /** Every version of every node. */
  List<Version> all() {
    return versions.values().stream().flatMap(List::stream).toList();
  }

  /** When each node that counts, and each group of units, is active: one row per unit of it. */
  public Stream<Belonging> activeNodes() {
    return all().stream()
        .filter(Version::counted)
        .flatMap(v ->
            Stream.concat(
                Stream.of(new Belonging(v.id(), v.id(), v.level(), v.from(), v.to())),
                v.groups().map(g -> new Belonging(v.id(), g.code(), g.level(), v.from(), v.to()))));
  }

  /** The same rows under the organisation of one day, whenever they were counted. */
  public OrganisationToday today(LocalDate day) {
    return new OrganisationToday(this, new Carried(this, changes, day));
  }

  /** Every version of a node; none for a node that is not known. */
  List<Version> versions(String id) {
    return versions.getOrDefault(id, List.of());
  }

  /** What a node is on a day, or what it was or will be nearest to it. */
  Version on(String id, LocalDate day) {
    return reaching(id, day, day.plusDays(1)).getFirst();
  }

  /** Every node with its versions stretched to leave no gap, those that do not count left out. */
  List<Version> lasting() {
    return versions.keySet().stream()
        .flatMap(id -> reaching(id, BEGINNING, END).stream())
        .filter(Version::counted)
        .toList();
  }

  /** The top nodes. */
  public List<String> roots() {
    return idsAt(OrgLevel.MUNICIPALITY);
  }

  /**
   * Where rows without a known unit are counted: the division if there is only one, else the
   * municipality.
   */
  String leastCertain() {
    List<String> divisions = idsAt(OrgLevel.DIVISION);
    return divisions.size() == 1 ? divisions.getFirst() : idsAt(OrgLevel.MUNICIPALITY).getFirst();
  }

  private List<String> idsAt(OrgLevel level) {
    return all().stream().filter(v -> v.level() == level).map(Version::id).distinct().toList();
  }

  /**
   * Every node's own and higher nodes through time. A node's first version reaches back and each
   * version forward to the next, so that a row never falls between two.
   */
  public List<Belonging> belongings() {
    List<Belonging> result = new ArrayList<>();
    lasting()
        .forEach(version -> {
          climb(version.id(), version, result);
          version
              .groups()
              .forEach(g ->
                  result.add(
                      new Belonging(
                          version.id(), g.code(), g.level(), version.from(), version.to())));
        });
    return result;
  }

  private void climb(String anchor, Version version, List<Belonging> result) {
    result.add(new Belonging(anchor, version.id(), version.level(), version.from(), version.to()));
    if (version.parent() != null) {
      for (Version above : reaching(version.parent(), version.from(), version.to())) {
        climb(anchor, above, result);
      }
    }
  }

  /** A node's versions cut to an interval and stretched to leave no gap in it. */
  private List<Version> reaching(String id, LocalDate from, LocalDate to) {
    List<Version> own = versions(id);
    List<Version> reaching = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      LocalDate start = i == 0 ? BEGINNING : own.get(i).from();
      LocalDate end = i == own.size() - 1 ? END : own.get(i + 1).from();
      LocalDate first = start.isAfter(from) ? start : from;
      LocalDate last = end.isBefore(to) ? end : to;
      if (first.isBefore(last)) {
        reaching.add(own.get(i).cut(first, last));
      }
    }
    return reaching;
  }
}
