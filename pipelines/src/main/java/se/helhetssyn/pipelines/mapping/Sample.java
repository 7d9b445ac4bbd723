package se.helhetssyn.pipelines.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.reading.Delivered;
import se.helhetssyn.pipelines.reading.FileRows;

/**
 * The first values of one column of a file.
 *
 * @param heading the column's name
 * @param values what its first rows hold, without blanks around; rows without a value are left out
 * @param missing texts among them that say that there is no value
 */
record Sample(String heading, List<String> values, Set<String> missing) {
  private static final int ROWS = 500;
  private static final Set<String> NO_VALUE =
      Set.of("-", "--", "null", "saknas", "n/a", "#saknas!");
  private static final List<String> DAYS =
      List.of(
          "yyyyMMdd",
          "dd/MM/yyyy",
          "d/M/yyyy",
          "MM/dd/yyyy",
          "M/d/yyyy",
          "d/M-yyyy",
          "d/M -yyyy",
          "d/M yyyy",
          "d/M-yy",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd-MM-yyyy",
          "d-M-yyyy",
          "yyyy/MM/dd",
          "yyyy.MM.dd",
          "d MMMM yyyy",
          "yyMMdd");
  private static final List<DateForm> FORMS =
      Stream.of(
              Stream.of("yyyy-MM-dd HH.mm"),
              DAYS.stream(),
              DAYS.stream()
                  .flatMap(day -> Stream.of(day + " HH:mm", day + " HH:mm:ss", day + " HH.mm")),
              Stream.of(DateForm.SERIAL))
          .flatMap(forms -> forms)
          .flatMap(form -> DateForm.of(form).stream())
          .toList();

  /** Samples of every column of a file. */
  static List<Sample> of(Delivered file) throws IOException {
    List<@Nullable String[]> rows = new ArrayList<>();
    try (FileRows records = FileRows.open(file)) {
      while (rows.size() < ROWS && records.next()) {
        rows.add(records.values());
      }
    }
    List<Sample> samples = new ArrayList<>();
    for (String heading : file.form().header()) {
      int column = samples.size();
      samples.add(of(heading, rows.stream().flatMap(row -> Stream.ofNullable(row[column]))));
    }
    return samples;
  }

  private static Sample of(String heading, Stream<String> cells) {
    List<String> values = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    cells
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .forEach(cell -> {
          if (NO_VALUE.contains(Wording.of(cell))) {
            missing.add(cell);
          } else {
            values.add(cell);
          }
        });
    return new Sample(heading, values, missing);
  }

  /** Value → rows, in the order they come. */
  Map<String, Integer> distinct() {
    Map<String, Integer> distinct = new LinkedHashMap<>();
    values.forEach(value -> distinct.merge(value, 1, Integer::sum));
    return distinct;
  }

  /** Whether every value is a date or time that needs no form. */
  boolean areIso() {
    return values.stream()
        .allMatch(v -> v.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?"));
  }

  /** The form of date or time that every value has; empty if there is none, or no value. */
  Optional<String> dateForm() {
    return values.isEmpty()
        ? Optional.empty()
        : FORMS.stream()
            .filter(form -> values.stream().allMatch(value -> form.iso(value).isPresent()))
            .map(DateForm::toString)
            .findFirst();
  }

  /** The same where it can be nothing but a day or time: digits alone may be any number. */
  Optional<String> plainDateForm() {
    return areNumbers() ? Optional.empty() : dateForm();
  }

  /** Whether every value says yes or no in letters. */
  boolean areAnswers() {
    return !values.isEmpty()
        && !areNumbers()
        && values.stream().allMatch(value -> Answer.find(value) != null);
  }

  boolean areNumbers() {
    return values.stream().allMatch(v -> Figures.withPoint(v, ',').matches("-?[0-9]+([.][0-9]+)?"));
  }

  /** Whether numbers among the values have a decimal comma. */
  boolean haveComma() {
    return areNumbers() && values.stream().anyMatch(v -> v.contains(","));
  }

  /** What the values look like, in Swedish and without any of them. */
  String described() {
    if (values.isEmpty()) {
      return "inga värden bland de första raderna";
    }
    if (areIso()) {
      return "datum";
    }
    if (areNumbers() && !dateForm().filter(form -> form.startsWith("yyyy")).isPresent()) {
      return haveComma() ? "tal med decimalkomma" : "tal";
    }
    if (areAnswers()) {
      return "ja och nej";
    }
    int different = distinct().size();
    return dateForm()
        .map("datum, formen %s"::formatted)
        .orElse(
            different == values.size()
                ? "text, olika på varje rad"
                : "text, %d olika".formatted(different));
  }
}
