package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.mapping.MappingTrial.FailingRows;
import se.helhetssyn.pipelines.mapping.MappingTrial.Tried;
import se.helhetssyn.pipelines.reading.Delivered;

/** Tells in Swedish how a mapping's trial went; no row's content but words of code columns. */
final class TrialReport {
  private static final int VALUES = 20;

  /** Rows from which on a text is taken for a label: names of people are seldom so many. */
  private static final int OFTEN = 2;

  private final MappingDefinition mapping;
  private final SourceFiles files;
  private final List<Tried> tables;
  private final List<String> lines = new ArrayList<>();

  TrialReport(MappingDefinition mapping, SourceFiles files, List<Tried> tables) {
    this.mapping = mapping;
    this.files = files;
    this.tables = tables;
  }

  String text() {
    lines.add("Filer");
    mapping.files().keySet().forEach(this::file);
    section(
        "Kolumner som mappningen inte läser",
        mapping.files().keySet().stream()
            .filter(name -> !files.unread(name).isEmpty())
            .map(name -> files.shown(name) + ": " + String.join(", ", files.unread(name))));
    section("Filer som inte tas emot", files.turnedAway().stream());
    section("Det här måste rättas först", files.problems().stream());
    section("Värden utan översättning", tables.stream().flatMap(TrialReport::untranslated));
    section("Rader som inte skulle gå igenom", tables.stream().flatMap(TrialReport::failing));
    section("Tomt efter uppslag i en annan fil", tables.stream().flatMap(TrialReport::unfound));
    section("Tabeller", tables.stream().map(TrialReport::table));
    return String.join(System.lineSeparator(), lines);
  }

  private void section(String heading, Stream<String> found) {
    List<String> listed = found.toList();
    if (!listed.isEmpty()) {
      lines.add(heading);
      listed.forEach(line -> lines.add("  " + line));
    }
  }

  private void file(String name) {
    List<Delivered> found = files.of(name);
    if (files.arrived().getOrDefault(name, List.of()).isEmpty()) {
      lines.add("  %s: ingen fil heter %s".formatted(name, files.shown(name)));
    }
    found.forEach(
        file -> lines.add("  %s: %s%s".formatted(name, file.name(), described(file.form()))));
  }

  private static String described(FileForm form) {
    return switch (form.kind()) {
      case CSV ->
          " (rubriker på rad %d, %s, %s mellan värdena)"
              .formatted(
                  form.skippedAbove(),
                  form.encoding(),
                  form.delimiter() == '\t' ? "tabb" : form.delimiter());
      case XLSX -> " (arbetsbok)";
      case PARQUET -> " (Parquet)";
    };
  }

  private static Stream<String> untranslated(Tried table) {
    return table.untranslated().entrySet().stream()
        .map(column ->
            "%s.%s: %s"
                .formatted(table.schema().name(), column.getKey(), values(column.getValue())));
  }

  /** Words with the number of their rows, most frequent first; what may be more is only counted. */
  private static String values(Map<String, Long> values) {
    List<String> shown =
        values.entrySet().stream()
            .filter(e -> e.getValue() >= OFTEN && isWord(e.getKey()))
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(VALUES)
            .map(e -> "”%s” (%s)".formatted(e.getKey(), rows(e.getValue())))
            .toList();
    int hidden = values.size() - shown.size();
    String rest = hidden == 0 ? "" : "%d värden som inte visas".formatted(hidden);
    return Stream.concat(shown.stream(), Stream.of(rest).filter(r -> !r.isEmpty()))
        .collect(joining(", "));
  }

  /**
   * Whether a text looks like a code or a label: short, few digits, and no two capitalised words.
   */
  static boolean isWord(String text) {
    return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .,/&()<>+_-]{0,39}")
        && !text.matches(".*[0-9]{4}.*")
        && !text.matches(".*\\p{Lu}\\p{Ll}+[ -]\\p{Lu}\\p{Ll}.*");
  }

  private static Stream<String> unfound(Tried table) {
    return table.unfound().entrySet().stream()
        .map(column ->
            "%s.%s: %s".formatted(table.schema().name(), column.getKey(), rows(column.getValue())));
  }

  private static Stream<String> failing(Tried table) {
    return table.reasons().entrySet().stream()
        .map(reason ->
            "%s, %s: %s (%s)"
                .formatted(
                    table.schema().name(),
                    rows(reason.getValue().count()),
                    reason.getKey(),
                    where(reason.getValue())));
  }

  private static String where(FailingRows rows) {
    String shown =
        rows.shown().entrySet().stream()
            .map(e ->
                "%s rad %s"
                    .formatted(
                        e.getKey().isEmpty() ? "mappningen" : e.getKey(),
                        e.getValue().stream().map(String::valueOf).collect(joining(", "))))
            .collect(joining("; "));
    long more = rows.count() - rows.shown().values().stream().mapToLong(List::size).sum();
    return more == 0 ? shown : shown + " …";
  }

  private static String table(Tried table) {
    String copies = table.copies() == 0 ? "" : ", %s".formatted(copies(table.copies()));
    return "%s: %s, %d går igenom%s"
        .formatted(
            table.schema().name(),
            rows(table.rows()),
            table.rows() - table.failing() - table.copies(),
            copies);
  }

  private static String copies(long count) {
    return count == 1 ? "1 kopia" : count + " kopior";
  }

  private static String rows(long count) {
    return count == 1 ? "1 rad" : count + " rader";
  }

  /** Why a row fails: the column and where its value comes from, never the value. */
  static String reason(ContractCheck.Found found, RowSource source) {
    FieldSchema field = found.field();
    String what =
        switch (found.fault()) {
          case REQUIRED -> "saknar värde";
          case TYPE ->
              switch (field.type()) {
                case STRING -> "är ingen text";
                case INTEGER -> "är inget heltal";
                case DECIMAL -> "är inget tal";
                case DATE -> "är inget datum som går att läsa";
                case TIMESTAMP -> "är ingen tidpunkt som går att läsa";
                case BOOLEAN -> "är varken true eller false";
              };
          case CODE -> "har ett värde utan översättning";
          case RANGE -> "ligger utanför de värden som är möjliga";
          case PATTERN -> "har inte den form som krävs";
        };
    return "%s %s%s"
        .formatted(field.name(), what, origin(field, source.columns().get(field.name())));
  }

  /** The rule in words and the code that the run counts it by. */
  static String reason(RowRule rule) {
    return "%s (%s)".formatted(rule.message().replaceFirst("[.]$", ""), rule.code());
  }

  private static String origin(FieldSchema field, @Nullable ColumnSource value) {
    if (value == null) {
      return ", mappningen ger det inget";
    }
    return switch (value.origin()) {
      case ColumnSource.Column(String column) ->
          column.equals(field.name()) ? "" : ", kolumnen " + column;
      case ColumnSource.Constant constant -> ", constant";
      case ColumnSource.Lookup lookup -> ", hämtas ur " + lookup.file();
      case ColumnSource.Concat concat -> ", sätts samman";
    };
  }
}
