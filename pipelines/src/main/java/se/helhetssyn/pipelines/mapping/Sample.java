package se.helhetssyn.pipelines.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The first values of one column of a file.
 *
 * @param heading the column's name
 * @param values what its first rows hold, without blanks around; rows without a value are left out
 * @param missing texts among them that say that there is no value
 */
record Sample(String heading, List<String> values, Set<String> missing) {
  private static final Set<String> NO_VALUE =
      Set.of("-", "--", "null", "saknas", "n/a", "#saknas!");
  private static final List<String> FORMS =
      List.of(
          "yyyy-MM-dd",
          "yyyy-MM-dd HH:mm",
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyyMMdd",
          "yyyyMMdd HH:mm",
          "dd/MM/yyyy",
          "d/M/yyyy",
          "dd/MM/yyyy HH:mm",
          "d/M/yyyy HH:mm",
          "MM/dd/yyyy",
          "M/d/yyyy",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "d.M.yyyy HH:mm",
          "dd-MM-yyyy",
          "yyyy/MM/dd",
          "yyMMdd",
          DateForm.SERIAL);

  static List<Sample> of(FileGuess guess) {
    List<Sample> samples = new ArrayList<>();
    List<String> headings = guess.columns();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      samples.add(of(headings.get(i), guess.rows().stream().map(row -> row.get(column))));
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

  /** The form of date or time that every value has; empty if there is none, or no value. */
  Optional<String> dateForm() {
    return values.isEmpty()
        ? Optional.empty()
        : FORMS.stream()
            .filter(form ->
                DateForm.of(form)
                    .filter(f -> values.stream().allMatch(v -> f.iso(v).isPresent()))
                    .isPresent())
            .findFirst();
  }

  boolean areNumbers() {
    return values.stream().allMatch(v -> Figures.withPoint(v, ',').matches("-?[0-9]+([.][0-9]+)?"));
  }

  /** Whether numbers among the values have a decimal comma. */
  boolean haveComma() {
    return areNumbers() && values.stream().anyMatch(v -> v.contains(","));
  }
}
