package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run would make of a delivery. Sentences are Swedish and hold nothing of any row.
 *
 * @param version of this form
 * @param goes whether a run would take the delivery in
 * @param files every data file that lies in the delivery
 * @param tables what the rows look like, as far as one row tells; none where a run would refuse
 * @param problems why a run would refuse, besides what is wrong with single files
 * @param notes what the reader should know
 */
public record DryRunReport(
    int version,
    boolean goes,
    List<File> files,
    List<Table> tables,
    List<String> problems,
    List<String> notes) {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public DryRunReport {
    files = List.copyOf(files);
    tables = List.copyOf(tables);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /**
   * A delivered file.
   *
   * @param file its name, in which an identity number is masked
   * @param bytes size
   * @param tables the canonical tables that get rows from it; none if nothing answers to it
   * @param rows data rows; null where they were not counted
   * @param encoding how its text is written; null for what is no text
   * @param taken whether its rows would be read
   * @param problem why they would not, and what to do; null for a file that is read
   */
  public record File(
      String file,
      long bytes,
      List<String> tables,
      @Nullable Long rows,
      @Nullable String encoding,
      boolean taken,
      @Nullable String problem) {}

  /**
   * The rows of a table (counts).
   *
   * @param table canonical table
   * @param rows rows in its files
   * @param copies rows that say the same as another one
   * @param failing rows that would be put right or set aside
   * @param reasons why
   */
  public record Table(String table, long rows, long copies, long failing, List<Reason> reasons) {}

  /**
   * Something that is wrong with rows.
   *
   * @param reason in words
   * @param rows count
   */
  public record Reason(String reason, long rows) {}

  /** Writes it as JSON. */
  public void writeTo(Path file) {
    try {
      Files.writeString(file, JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("report", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report in words. */
  public String text() {
    List<String> lines = new ArrayList<>();
    files.forEach(file -> lines.addAll(words(file)));
    tables.forEach(table -> lines.addAll(words(table)));
    lines.addAll(notes);
    lines.addAll(problems);
    lines.add(
        goes
            ? "Leveransen kan tas in. Inget är skrivet i lagret."
            : "Leveransen kan inte tas in. Inget är skrivet i lagret.");
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> words(File file) {
    List<String> lines = new ArrayList<>();
    String encoding = file.encoding() == null ? "" : ", " + file.encoding();
    lines.add(
        file.rows() == null
            ? file.file()
            : "%s: %s till %s%s"
                .formatted(
                    file.file(), rows(file.rows()), String.join(", ", file.tables()), encoding));
    if (file.problem() != null) {
      lines.add("  " + file.problem());
    }
    return lines;
  }

  private static List<String> words(Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            SWEDISH,
            "%s: %s, %,d att se på, %,d kopior",
            table.table(),
            rows(table.rows()),
            table.failing(),
            table.copies()));
    table
        .reasons()
        .forEach(each -> lines.add("  %s: %s".formatted(rows(each.rows()), each.reason())));
    return lines;
  }

  private static String rows(long count) {
    return count == 1 ? "1 rad" : String.format(SWEDISH, "%,d rader", count);
  }
}
