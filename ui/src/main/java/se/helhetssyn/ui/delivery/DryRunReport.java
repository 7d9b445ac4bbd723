package se.helhetssyn.ui.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run would make of a delivery, as the pipeline has found out. Sentences are Swedish and
 * hold nothing of any row.
 *
 * @param goes whether a run would take the delivery in
 * @param files every file of the delivery
 * @param tables what the rows look like; none where a run would refuse
 * @param problems why a run would refuse, besides what is wrong with single files
 * @param notes what the reader should know
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DryRunReport(
    boolean goes, List<File> files, List<Table> tables, List<String> problems, List<String> notes) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  DryRunReport {
    files = orNone(files);
    tables = orNone(tables);
    problems = orNone(problems);
    notes = orNone(notes);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return List.copyOf(Objects.requireNonNullElse(list, List.of()));
  }

  /**
   * A file.
   *
   * @param file its name, masked
   * @param bytes size
   * @param tables the canonical tables that get rows from it
   * @param rows data rows; null where they were not counted
   * @param encoding how its text is written; null for what is no text
   * @param taken whether its rows would be read
   * @param problem why they would not, and what to do; null if nothing is wrong
   */
  record File(
      String file,
      long bytes,
      List<String> tables,
      @Nullable Long rows,
      @Nullable String encoding,
      boolean taken,
      @Nullable String problem) {
    File {
      tables = orNone(tables);
    }
  }

  /**
   * The rows of a table (counts).
   *
   * @param table canonical table
   * @param rows rows in its files
   * @param copies rows that say the same as another one
   * @param failing rows that would be put right or set aside
   * @param reasons why
   */
  record Table(String table, long rows, long copies, long failing, List<Reason> reasons) {
    Table {
      reasons = orNone(reasons);
    }
  }

  /**
   * Something that is wrong with rows.
   *
   * @param reason in words
   * @param rows count
   */
  record Reason(String reason, long rows) {}

  /** Reads what the pipeline has written; empty if that is no report. */
  static Optional<DryRunReport> read(String json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, DryRunReport.class));
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /** Reads what was found to be a report. */
  static DryRunReport of(String json) {
    return JSON.readValue(json, DryRunReport.class);
  }
}
