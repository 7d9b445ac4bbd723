package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.analytics.quality.QualityFinding;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.TableNames;

/**
 * What to tell those who deliver from one source; ready to be copied.
 *
 * @param source what it is called
 * @param words one line each; holds counts and names of files only
 */
record SupplierNote(String source, List<String> words) {
  SupplierNote {
    words = List.copyOf(words);
  }

  /** One note per source that something was found in, by name. */
  static List<SupplierNote> of(QualityFacts facts, QualityChoice choice) {
    Map<String, List<QualityFinding>> bySource =
        FindingsModel.shown(facts, choice).stream()
            .collect(
                groupingBy(
                    f -> QualityWords.source(facts.source(f.file())), TreeMap::new, toList()));
    return bySource.entrySet().stream()
        .map(entry -> note(entry.getKey(), entry.getValue(), facts))
        .toList();
  }

  private static SupplierNote note(
      String source, List<QualityFinding> findings, QualityFacts facts) {
    Map<String, List<QualityFinding>> byRule =
        findings.stream().collect(groupingBy(QualityFinding::rule));
    List<String> lines = new ArrayList<>();
    for (RuleText rule : facts.rules()) {
      List<QualityFinding> found = byRule.getOrDefault(rule.id(), List.of());
      if (!found.isEmpty()) {
        lines.add(
            text(
                "quality.supplier.line", rule.id(), rule.title(), where(found), rule.toSupplier()));
      }
    }
    return new SupplierNote(source, lines);
  }

  private static String where(List<QualityFinding> findings) {
    return findings.stream()
        .map(f -> text("quality.supplier.where", TableNames.of(f.table()), f.file(), rows(f)))
        .distinct()
        .collect(joining("; "));
  }

  private static String rows(QualityFinding finding) {
    Long rows = finding.rows();
    Long fewerThan = finding.fewerThan();
    if (rows != null) {
      return QualityWords.counted("quality.rows.one", "quality.rows", rows);
    }
    return fewerThan == null
        ? text("quality.rows.hidden")
        : text("quality.rows.fewer", SwedishNumbers.whole(fewerThan));
  }

  /** Everything, as it is copied. */
  String all() {
    return text("quality.supplier.greeting", source) + "\n\n" + String.join("\n\n", words);
  }
}
