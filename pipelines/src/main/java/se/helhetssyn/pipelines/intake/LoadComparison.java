package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.DuckDbName;
import se.helhetssyn.pipelines.file.Resource;

/**
 * Holds this run's full loads against those of the same source that were extracted next before and
 * next after them, as far as they are about the same. It runs in DuckDB over the received rows.
 */
final class LoadComparison {
  private static final String MEMORY = "1GB";

  private final IntakeTerms terms;
  private final KnownRows known;

  LoadComparison(IntakeTerms terms, KnownRows known) {
    this.terms = terms;
    this.known = known;
  }

  /**
   * The files of one full load: those of a source that were extracted at once and cover the same.
   */
  private record Whole(String source, long age, FileTerms.Load load) {
    static Whole of(FileTerms file) {
      return new Whole(file.sourceSystem(), file.age(), Objects.requireNonNull(file.load()));
    }
  }

  private record Pair(Whole older, Whole newer) {}

  /**
   * Compares the loads of a table.
   *
   * @param files the Parquet files with its received rows
   * @param scratch for what does not fit in memory
   */
  List<DeliveryComparison> of(TableSchema schema, List<Path> files, Path scratch) {
    Map<Whole, List<FileTerms>> loads =
        terms.of(schema.name()).all().stream()
            .filter(LoadComparison::isComparable)
            .collect(groupingBy(Whole::of));
    Set<Pair> pairs = pairs(schema, loads.keySet());
    if (pairs.isEmpty() || files.isEmpty()) {
      return List.of();
    }
    Properties limits = new Properties();
    limits.setProperty("memory_limit", MEMORY);
    limits.setProperty("temp_directory", scratch.resolve("compared").toString());
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:", limits);
        Statement statement = duckdb.createStatement()) {
      List<DeliveryComparison> compared = new ArrayList<>();
      for (Pair pair : pairs) {
        List<FileTerms> older = loads.getOrDefault(pair.older(), List.of());
        List<FileTerms> newer = loads.getOrDefault(pair.newer(), List.of());
        String sql = sql(schema, files, pair.newer().load(), ids(older), ids(newer));
        try (ResultSet counts = statement.executeQuery(sql)) {
          counts.next();
          compared.add(
              new DeliveryComparison(
                  schema.name(),
                  pair.newer().source(),
                  name(older),
                  name(newer),
                  counts.getLong(1),
                  counts.getLong(2),
                  counts.getLong(3),
                  counts.getLong(4)));
        }
      }
      return compared;
    } catch (SQLException e) {
      throw new IllegalStateException("deliveries cannot be compared", e);
    }
  }

  private Set<Pair> pairs(TableSchema schema, Set<Whole> loads) {
    Set<Pair> pairs = new LinkedHashSet<>();
    terms.of(schema.name()).files().stream()
        .filter(LoadComparison::isComparable)
        .map(Whole::of)
        .distinct()
        .forEach(fresh -> {
          List<Whole> alike = loads.stream().filter(other -> isAboutTheSame(fresh, other)).toList();
          Comparator<Whole> byAge = Comparator.comparingLong(Whole::age);
          alike.stream()
              .filter(other -> other.age() < fresh.age())
              .max(byAge)
              .ifPresent(older -> pairs.add(new Pair(older, fresh)));
          alike.stream()
              .filter(other -> other.age() > fresh.age())
              .min(byAge)
              .ifPresent(newer -> pairs.add(new Pair(fresh, newer)));
        });
    return pairs;
  }

  /** Of a file that is told of in several ways its rows are compared once. */
  private static boolean isComparable(FileTerms file) {
    return file.isFull() && !file.isRowless();
  }

  private boolean isAboutTheSame(Whole one, Whole other) {
    return one.source().equals(other.source())
        && !isBefore(one.load().to(), other.load().from())
        && !isBefore(other.load().to(), one.load().from())
        && (isWithin(one.load(), other.load()) || isWithin(other.load(), one.load()));
  }

  private static boolean isBefore(@Nullable LocalDate last, @Nullable LocalDate first) {
    return last != null && first != null && last.isBefore(first);
  }

  private boolean isWithin(FileTerms.Load part, FileTerms.Load whole) {
    String root = whole.root();
    return root == null || (part.root() != null && known.subtree(root).contains(part.root()));
  }

  private static String ids(List<FileTerms> files) {
    return files.stream()
        .map(FileTerms::id)
        .distinct()
        .map(LoadComparison::literal)
        .collect(joining(", "));
  }

  private static String name(List<FileTerms> files) {
    return files.stream().map(FileTerms::extractId).distinct().sorted().collect(joining(", "));
  }

  private String sql(
      TableSchema schema, List<Path> files, FileTerms.Load load, String older, String newer) {
    return Resource.text(LoadComparison.class, "compared.sql")
        .replace("${key}", names(schema.primaryKey()))
        .replace("${content}", contents(schema.columns()))
        .replace("${covered}", covered(schema, load))
        .replace(
            "${files}", files.stream().map(DuckDbName::toRead).collect(joining(", ", "[", "]")))
        .replace("${older}", older)
        .replace("${newer}", newer);
  }

  private static String names(List<String> columns) {
    return columns.stream().map(LoadComparison::quoted).collect(joining(", "));
  }

  /** An empty value is told from one that moved to the next column. */
  private static String contents(List<String> columns) {
    return columns.stream()
        .map(c -> "coalesce(%s, '')".formatted(quoted(c)))
        .collect(joining(", "));
  }

  private String covered(TableSchema schema, FileTerms.Load load) {
    LocalDate from = load.from();
    LocalDate to = load.to();
    Optional<String> days =
        from == null || to == null
            ? Optional.empty()
            : Replacement.day(schema)
                .map(day ->
                    "coalesce(try_cast(left(%s, 10) AS DATE) BETWEEN DATE '%s' AND DATE '%s', TRUE)"
                        .formatted(quoted(day.name()), from, to));
    String root = load.root();
    Optional<String> units =
        root == null || !schema.columns().contains("org_unit_id")
            ? Optional.empty()
            : Optional.of(
                known.subtree(root).stream()
                    .map(LoadComparison::literal)
                    .collect(joining(", ", "coalesce(org_unit_id IN (", "), FALSE)")));
    return Stream.of(days, units)
        .flatMap(Optional::stream)
        .reduce("TRUE", (one, other) -> one + " AND " + other);
  }

  private static String quoted(String column) {
    return "\"" + column + "\"";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
