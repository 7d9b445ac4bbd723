package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.FileSystems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.identity.IdentityNumbers;
import se.helhetssyn.pipelines.delivery.ExceptedColumn;

/**
 * What the data protection officer has decided about the search for identity numbers. By default
 * every column of every file is searched.
 *
 * @param exceptions columns that are not searched; null for none
 */
record IdentityScan(List<Decision> exceptions) {
  IdentityScan {
    exceptions = List.copyOf(Objects.requireNonNullElse(exceptions, List.of()));
  }

  /**
   * One column that is not searched, and why. What is not stated is blank.
   *
   * @param file canonical table, name of a file in the mapping, or pattern of file names (glob)
   * @param column name in the header
   * @param decidedBy who answers for it, by office
   * @param decidedOn day, as 2026-03-31
   * @param reason why the column has to be left alone
   */
  record Decision(
      String file,
      String column,
      @JsonProperty("decided_by") String decidedBy,
      @JsonProperty("decided_on") String decidedOn,
      String reason) {
    Decision {
      file = said(file);
      column = said(column);
      decidedBy = said(decidedBy);
      decidedOn = said(decidedOn);
      reason = said(reason);
    }

    private static String said(@Nullable String text) {
      return text == null ? "" : text.strip();
    }

    /** Everything that is wrong with it: clauses without a full stop. */
    private List<String> mistakes(LocalDate today) {
      List<String> mistakes = new ArrayList<>();
      Map<String, String> parts =
          new TreeMap<>(
              Map.of("file", file, "column", column, "decided_by", decidedBy, "reason", reason));
      parts.forEach((key, text) -> {
        if (text.isEmpty()) {
          mistakes.add(key + " saknas");
        } else if (!IdentityNumbers.in(text).isEmpty()) {
          mistakes.add(key + " innehåller ett personnummer");
        }
      });
      if (!isPattern(file)) {
        mistakes.add("file är inget mönster för filnamn");
      }
      if (!isDayUntil(today)) {
        mistakes.add("decided_on ska vara en dag som har varit, som 2026-03-31");
      }
      return mistakes;
    }

    private static boolean isPattern(String text) {
      try {
        return FileSystems.getDefault().getPathMatcher("glob:" + text) != null;
      } catch (PatternSyntaxException e) {
        return false;
      }
    }

    private boolean isDayUntil(LocalDate today) {
      try {
        return !LocalDate.parse(decidedOn).isAfter(today);
      } catch (DateTimeException e) {
        return false;
      }
    }

    private ExceptedColumn excepted() {
      return new ExceptedColumn(file, column);
    }
  }

  /** The columns that are left alone. */
  List<ExceptedColumn> excepted() {
    return exceptions.stream().map(Decision::excepted).toList();
  }

  /** These decisions and later ones; a later one about a column takes the place of an earlier. */
  IdentityScan and(IdentityScan later) {
    Map<ExceptedColumn, Decision> all = new LinkedHashMap<>();
    exceptions.forEach(each -> all.put(each.excepted(), each));
    later.exceptions.forEach(each -> all.put(each.excepted(), each));
    return new IdentityScan(List.copyOf(all.values()));
  }

  /** Everything that is wrong with the decisions: clauses without a full stop. */
  List<String> mistakes(LocalDate today) {
    Set<ExceptedColumn> seen = new HashSet<>();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < exceptions.size(); i++) {
      Decision decision = exceptions.get(i);
      boolean again = !seen.add(decision.excepted());
      Stream<String> twice =
          again ? Stream.of("samma file och column står två gånger") : Stream.of();
      String where = "identity_scan.exceptions[%d]: ".formatted(i);
      Stream.concat(decision.mistakes(today).stream(), twice)
          .forEach(mistake -> mistakes.add(where + mistake));
    }
    return mistakes;
  }

  /** As the manifest keeps them: which column → who decided it, when and why. */
  Map<String, String> asText() {
    Map<String, String> text = new TreeMap<>();
    exceptions.forEach(each ->
        text.put(
            "identity_scan.exceptions.%s.%s".formatted(each.file, each.column),
            "%s, %s: %s".formatted(each.decidedBy, each.decidedOn, each.reason)));
    return text;
  }
}
