package se.helhetssyn.pipelines.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.mappings.Vocabulary;
import se.helhetssyn.pipelines.file.FileForm;

/** Writes a proposed mapping as YAML with Swedish comments on what to check. */
final class DraftText {
  private static final int MOST_LABELS = 40;

  private final Path file;
  private final FileForm form;
  private final List<Sample> samples;
  private final TableGuess guess;
  private final Vocabulary vocabulary;
  private final List<String> lines = new ArrayList<>();

  DraftText(
      Path file, FileForm form, List<Sample> samples, TableGuess guess, Vocabulary vocabulary) {
    this.file = file;
    this.form = form;
    this.samples = samples;
    this.guess = guess;
    this.vocabulary = vocabulary;
  }

  String yaml() {
    head();
    lines.add("tables:");
    lines.add("  # KONTROLLERA: är det här rätt tabell? Alla tabeller beskrivs i docs/tables.md.");
    lines.add("  %s:".formatted(guess.schema().name()));
    lines.add("    - from: %s".formatted(own()));
    lines.add("      columns:");
    guess.schema().fields().forEach(this::column);
    unused();
    return String.join("\n", lines) + "\n";
  }

  private void head() {
    lines.add("# Förslag till mappning av filen %s.".formatted(file.getFileName()));
    lines.add(
        "# Det är gissat efter rubrikerna och de första raderna: läs igenom varje rad och rätta det");
    lines.add("# som är märkt KONTROLLERA. Vad nycklarna betyder står i docs/mappning.md.");
    lines.add("name: %s".formatted(quoted(stem())));
    lines.add("source_system: ANGE_SYSTEM # KONTROLLERA: kort namn på källsystemet");
    List<String> missing =
        samples.stream().flatMap(s -> s.missing().stream()).distinct().sorted().toList();
    if (!missing.isEmpty()) {
      lines.add("missing: %s # betyder att värde saknas".formatted(list(missing)));
    }
    dates();
    lines.add("files:");
    lines.add("  %s: {pattern: %s%s%s}".formatted(own(), quoted(pattern()), kind(), decimal()));
  }

  private String kind() {
    return switch (form.kind()) {
      case CSV ->
          ", delimiter: %s, encoding: %s, header: %d"
              .formatted(
                  form.delimiter() == '\t' ? "\"\\t\"" : quoted(String.valueOf(form.delimiter())),
                  form.encoding().toLowerCase(Locale.ROOT),
                  form.skippedAbove());
      case XLSX -> ", header: " + form.skippedAbove();
      case PARQUET -> "";
    };
  }

  private String decimal() {
    return used().anyMatch(Sample::haveComma) ? ", decimal: \",\"" : "";
  }

  private Stream<Sample> used() {
    return guess.columns().values().stream();
  }

  private void dates() {
    TreeSet<String> forms = new TreeSet<>();
    samples.forEach(sample -> sample.plainDateForm().ifPresent(forms::add));
    for (FieldSchema field : guess.schema().fields()) {
      boolean day = field.type() == FieldType.DATE || field.type() == FieldType.TIMESTAMP;
      Sample sample = guess.columns().get(field.name());
      if (day && sample != null) {
        sample.dateForm().ifPresent(forms::add);
      }
    }
    if (!forms.isEmpty()) {
      boolean unclear = forms.stream().anyMatch(f -> f.startsWith("d") || f.startsWith("M"));
      lines.add(
          "dates: %s%s"
              .formatted(
                  list(List.copyOf(forms)),
                  unclear ? " # KONTROLLERA: vad är dag och vad är månad?" : ""));
    }
  }

  private void column(FieldSchema field) {
    Sample sample = guess.columns().get(field.name());
    if (sample == null) {
      String must = field.required() ? "KONTROLLERA: måste ha ett värde, men " : "";
      lines.add(
          "        # %s: %singen kolumn liknar %s".formatted(field.name(), must, field.title()));
    } else if (field.codes().isEmpty()) {
      plain(field, sample);
    } else {
      coded(field, sample);
    }
  }

  private void plain(FieldSchema field, Sample sample) {
    boolean day = field.type() == FieldType.DATE || field.type() == FieldType.TIMESTAMP;
    boolean unread = day && !sample.areIso() && sample.dateForm().isEmpty();
    lines.add(
        "        %s: %s%s%s"
            .formatted(
                field.name(),
                quoted(sample.heading()),
                note(field, sample),
                unread ? " # KONTROLLERA: värdena har ingen känd form för datum; ange date" : ""));
  }

  /** A heading that is not the column's own name may have been misunderstood. */
  private static String note(FieldSchema field, Sample sample) {
    return Wording.of(field.name()).equals(Wording.of(sample.heading()))
            || Wording.of(field.title()).equals(Wording.of(sample.heading()))
        ? ""
        : " # %s".formatted(field.title());
  }

  private void coded(FieldSchema field, Sample sample) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    int hidden = 0;
    for (String value : sample.distinct().keySet()) {
      Optional<String> code = CodeGuess.of(value, field, vocabulary);
      if (code.isEmpty() && TrialReport.isWord(value) && unknown.size() < MOST_LABELS) {
        unknown.add(value);
      } else if (code.isEmpty()) {
        hidden++;
      } else if (!code.get().equals(value) && !code.get().equals(Answer.find(value))) {
        labels.computeIfAbsent(code.get(), c -> new ArrayList<>()).add(value);
      }
    }
    if (labels.isEmpty() && unknown.isEmpty() && hidden == 0) {
      plain(field, sample);
      return;
    }
    lines.add("        %s:%s".formatted(field.name(), note(field, sample)));
    lines.add("          column: %s".formatted(quoted(sample.heading())));
    if (!labels.isEmpty()) {
      lines.add("          labels:");
      labels.forEach(
          (code, words) -> lines.add("            %s: %s".formatted(quoted(code), list(words))));
    }
    unknown(field, unknown, hidden);
  }

  private void unknown(FieldSchema field, List<String> unknown, int hidden) {
    if (!unknown.isEmpty()) {
      lines.add("          # KONTROLLERA: översätt även %s".formatted(String.join(", ", unknown)));
    }
    if (hidden > 0) {
      lines.add(
          "          # KONTROLLERA: %d värden ser inte ut som koder och visas inte"
              .formatted(hidden));
    }
    if (!unknown.isEmpty() || hidden > 0) {
      lines.add("          # koderna är %s".formatted(String.join(", ", field.codes())));
    }
  }

  private void unused() {
    List<Sample> unused =
        samples.stream()
            .filter(s -> used().noneMatch(u -> u.heading().equals(s.heading())))
            .toList();
    if (!unused.isEmpty()) {
      lines.add("# Kolumner i filen som inte används, och vad de ser ut att hålla:");
      unused.forEach(
          sample -> lines.add("#   %s: %s".formatted(sample.heading(), sample.described())));
    }
  }

  private String stem() {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /** The file's own name in the mapping: its first word. */
  private String own() {
    String word = stem().replaceAll("^[^\\p{L}]+|[^\\p{L}].*$", "");
    return word.isEmpty() ? "fil" : word.toLowerCase(Locale.ROOT);
  }

  /** The name without what changes from delivery to delivery. */
  private String pattern() {
    return file.getFileName()
        .toString()
        .replaceAll("[\\[\\]{}*?\\\\]", "?")
        .replaceFirst("[0-9]{4}[0-9_T-]*", "*");
  }

  private static String list(List<String> texts) {
    return "[%s]".formatted(String.join(", ", texts.stream().map(DraftText::quoted).toList()));
  }

  /** A text as YAML, in quotes where it needs them. */
  private static String quoted(String text) {
    return text.matches("[\\p{L}_][\\p{L}\\p{N}_ ./-]*[\\p{L}\\p{N}_]|\\p{L}")
            && !text.matches("(?i)true|false|yes|no|on|off|y|n|null")
        ? text
        : "\"%s\"".formatted(text.replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
