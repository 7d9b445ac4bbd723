package se.helhetssyn.pipelines.measure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.indicator.MeasurePass;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.pipelines.file.Resource;

/** The queries that give the rows that count, in an engine's dialect. */
final class RowQueries {
  private static final String PERSON_DAYS = "person_days.sql";

  private final Dialect dialect;
  private final List<MeasureQuery> measures;
  private final boolean personDays;

  /** Known to nobody: what tells persons apart cannot be made from their keys again. */
  private final String salt = UUID.randomUUID().toString();

  /**
   * @param personDays whether days in scope are asked for, as a measure after the others
   */
  RowQueries(Dialect dialect, List<MeasureQuery> measures, boolean personDays) {
    this.dialect = dialect;
    this.measures = measures;
    this.personDays = personDays;
  }

  /**
   * One run over a table.
   *
   * @param number tells runs apart
   * @param finding finds the rows, where they are gone through more than once
   * @param found name that the table of what it finds is to have
   * @param rows the rows that count, in the columns of {@link CountedRow}
   */
  record Run(int number, Optional<String> finding, String found, String rows) {}

  List<Run> runs() {
    List<MeasurePass> passes = MeasurePass.of(measures);
    Stream<Run> counted =
        Stream.iterate(0, i -> i < passes.size(), i -> i + 1).map(i -> run(i, passes.get(i)));
    return personDays
        ? Stream.concat(counted, Stream.of(personDays(passes.size()))).toList()
        : counted.toList();
  }

  private Run run(int number, MeasurePass pass) {
    Optional<String> finding = pass.finding();
    String found = "found_" + number;
    String rows = finding.isPresent() ? pass.sql(found) : pass.sql();
    return new Run(number, finding, found, told(rows));
  }

  private Run personDays(int number) {
    String days =
        Resource.text(RowQueries.class, PERSON_DAYS)
            .replace("${measure}", String.valueOf(measures.size()))
            .replace(
                "${amounts}",
                dialect == Dialect.SPARK
                    ? "array(CAST(0 AS BIGINT), CAST(sum(days) AS BIGINT))"
                    : "[CAST(0 AS BIGINT), CAST(sum(days) AS BIGINT)]");
    return new Run(number, Optional.empty(), "", told(days));
  }

  private String told(String counted) {
    boolean spark = dialect == Dialect.SPARK;
    return Resource.text(RowQueries.class, "rows.sql")
        .replace(
            "${person}",
            spark
                ? "coalesce(xxhash64(r.person_key || '%s'), 0)".formatted(salt)
                : "coalesce(CAST(hash(r.person_key || '%s') >> 1 AS BIGINT), 0)".formatted(salt))
        .replace(
            "${day}",
            spark
                ? "unix_date(r.counted_on)"
                : "CAST(date_diff('day', DATE '1970-01-01', r.counted_on) AS INTEGER)")
        .replace("${counted}", counted);
  }
}
