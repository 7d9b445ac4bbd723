package se.helhetssyn.pipelines.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.pipelines.mapping.MappingDefinition.Where;

/** Puts together the steps that make each value of a row. */
final class CellCompiler {
  private static final Cell NOTHING = row -> null;

  /** Forms of times that need not be told, beside ISO 8601. */
  private static final List<String> ALWAYS = List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm");

  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<ColumnSource.Lookup, Map<String, String>> answers;
  private final List<String> missing;
  private final List<String> dates;
  private final char decimal;

  CellCompiler(
      List<String> header,
      Map<ColumnSource.Lookup, Map<String, String>> answers,
      List<String> missing,
      List<String> dates,
      char decimal) {
    header.forEach(column -> positions.put(column, positions.size()));
    this.answers = answers;
    this.missing = missing;
    this.dates = dates;
    this.decimal = decimal;
  }

  /** One step of making a value that is there. */
  private interface Step {
    @Nullable String of(String text);
  }

  Predicate<@Nullable String[]> where(@Nullable Where where) {
    if (where == null) {
      return row -> true;
    }
    Cell cell = column(where.column());
    Set<String> allowed = words(where.in());
    return row -> {
      String text = cell.of(row);
      return text != null && (allowed.isEmpty() || allowed.contains(Wording.of(text)));
    };
  }

  Cell cell(@Nullable ColumnSource value, Target target) {
    if (value == null) {
      return NOTHING;
    }
    Cell origin = origin(value.origin());
    List<Step> steps = steps(value, target);
    Step code = code(value, target);
    Cell otherwise = cell(value.otherwise(), target);
    boolean complete = value.translates() && value.otherwise() != null;
    return row -> {
      String text = after(steps, origin.of(row));
      if (text == null) {
        return value.translates() ? null : otherwise.of(row);
      }
      String translated = code.of(text);
      if (translated != null) {
        return translated;
      }
      return complete ? otherwise.of(row) : text;
    };
  }

  private static @Nullable String after(List<Step> steps, @Nullable String text) {
    String made = text;
    for (Step step : steps) {
      if (made == null) {
        return null;
      }
      made = step.of(made);
    }
    return made;
  }

  private Cell origin(ColumnSource.Origin origin) {
    return switch (origin) {
      case ColumnSource.Column c -> column(c.name());
      case ColumnSource.Constant c -> row -> c.text();
      case ColumnSource.Concat c -> concat(c);
      case ColumnSource.Lookup l -> lookup(l);
    };
  }

  private Cell column(String name) {
    Integer position = positions.get(name);
    return position == null
        ? NOTHING
        : row -> {
          String text = row[position];
          return text == null || text.isBlank() ? null : text.strip();
        };
  }

  private Cell concat(ColumnSource.Concat concat) {
    List<Cell> parts = concat.parts().stream().map(part -> cell(part, Target.TEXT)).toList();
    return row -> {
      StringBuilder whole = new StringBuilder();
      for (Cell part : parts) {
        String text = part.of(row);
        if (text == null) {
          return null;
        }
        whole.append(text);
      }
      return whole.toString();
    };
  }

  private Cell lookup(ColumnSource.Lookup lookup) {
    Cell by = cell(lookup.by(), Target.TEXT);
    Map<String, String> found = answers.getOrDefault(lookup, Map.of());
    return row -> {
      String key = by.of(row);
      return key == null ? null : found.get(key);
    };
  }

  private List<Step> steps(ColumnSource value, Target target) {
    List<Step> steps = new ArrayList<>();
    if (value.origin() instanceof ColumnSource.Constant) {
      return steps;
    }
    Set<String> none = words(missing);
    none.addAll(words(value.missing()));
    if (!none.isEmpty()) {
      steps.add(text -> none.contains(Wording.of(text)) ? null : text);
    }
    ColumnSource.Split split = value.split();
    if (split != null) {
      steps.add(text -> part(text, split));
    }
    if (value.pad() > 0) {
      steps.add(text -> padded(text, value.pad()));
    }
    List<DateForm> forms = forms(value, target);
    if (!forms.isEmpty()) {
      steps.add(text -> dated(text, forms, target.type()));
    }
    if (decimal != '.' && target.isNumber()) {
      steps.add(text -> Figures.withPoint(text, decimal));
    }
    return steps;
  }

  private List<DateForm> forms(ColumnSource value, Target target) {
    Stream<String> patterns =
        value.dates().isEmpty() && target.isDay()
            ? Stream.concat(dates.stream(), ALWAYS.stream())
            : value.dates().stream();
    return patterns.flatMap(pattern -> DateForm.of(pattern).stream()).toList();
  }

  /** The canonical code of a text, or null for one that none is known of. */
  private static Step code(ColumnSource value, Target target) {
    Map<String, String> labels = new HashMap<>();
    value.labels().forEach((label, code) -> labels.put(Wording.of(label), code));
    return text -> {
      String code = value.values().get(text);
      if (code == null && !labels.isEmpty()) {
        code = labels.get(Wording.of(text));
      }
      return code == null && target.answer() ? Answer.find(text) : code;
    };
  }

  private static @Nullable String part(String text, ColumnSource.Split split) {
    String[] parts = text.split(Pattern.quote(split.by()), -1);
    int index = split.take() == ColumnSource.Split.LAST ? parts.length - 1 : split.take() - 1;
    return index < parts.length && !parts[index].isBlank() ? parts[index].strip() : null;
  }

  private static String padded(String text, int digits) {
    return text.length() < digits && text.matches("[0-9]+")
        ? "0".repeat(digits - text.length()) + text
        : text;
  }

  /** The first form that fits; without the time where the contract wants none. */
  private static String dated(String text, List<DateForm> forms, FieldType type) {
    for (DateForm form : forms) {
      String iso = form.iso(text).orElse(null);
      if (iso != null) {
        return type == FieldType.TIMESTAMP ? iso : iso.split("T", 2)[0];
      }
    }
    return text;
  }

  private static Set<String> words(List<String> texts) {
    Set<String> words = new HashSet<>();
    texts.forEach(text -> words.add(Wording.of(text)));
    return words;
  }
}
