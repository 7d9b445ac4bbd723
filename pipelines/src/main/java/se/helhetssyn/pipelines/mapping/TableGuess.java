package se.helhetssyn.pipelines.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.mappings.Vocabulary;

/**
 * A canonical table that a file may hold, with the column that each canonical one may be.
 *
 * @param schema the table
 * @param columns canonical column → the file's
 * @param score how alike they are; only good for comparison with other tables
 */
record TableGuess(TableSchema schema, Map<String, Sample> columns, double score) {
  private static final double ALIKE = 0.85;
  private static final double VALUES_WEIGH = 0.3;

  /** What codes weigh alone, under a heading that says nothing: three of four must be known. */
  private static final double VALUES_ALONE = 0.7;

  /** The table that fits best. */
  static TableGuess of(
      String fileName, List<Sample> samples, DataPackage contract, Vocabulary vocabulary) {
    return contract.tables().stream()
        .map(schema -> of(schema, samples, vocabulary).withName(fileName, vocabulary))
        .max(Comparator.comparingDouble(TableGuess::score))
        .orElseThrow();
  }

  static TableGuess of(TableSchema schema, List<Sample> samples, Vocabulary vocabulary) {
    List<Pair> pairs = new ArrayList<>();
    for (FieldSchema field : schema.fields()) {
      for (Sample sample : samples) {
        double heading = heading(vocabulary.headings(schema, field), sample.heading());
        double values = values(field, sample, vocabulary);
        if (heading >= ALIKE) {
          pairs.add(new Pair(field, sample, heading + values));
        } else if (isTelling(field, sample)) {
          pairs.add(new Pair(field, sample, VALUES_ALONE + values));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    Map<String, Sample> found = new LinkedHashMap<>();
    Set<Sample> taken = new HashSet<>();
    double score = 0;
    for (Pair pair : pairs) {
      if (pair.score() >= ALIKE
          && !found.containsKey(pair.field().name())
          && taken.add(pair.sample())) {
        found.put(pair.field().name(), pair.sample());
        score += pair.score();
      }
    }
    onlyDay(schema, samples, found);
    long required = schema.fields().stream().filter(FieldSchema::required).count();
    long met =
        schema.fields().stream().filter(f -> f.required() && found.containsKey(f.name())).count();
    return new TableGuess(schema, found, score * (required == 0 ? 1 : 0.5 + 0.5 * met / required));
  }

  /** Whether the codes alone can tell a column: a yes or a no may be the answer to anything. */
  private static boolean isTelling(FieldSchema field, Sample sample) {
    return !field.codes().isEmpty() && sample.distinct().size() > 1 && !sample.areAnswers();
  }

  /** The only column with days that is left is the only day that the table must have. */
  private static void onlyDay(TableSchema schema, List<Sample> samples, Map<String, Sample> found) {
    List<FieldSchema> wanted =
        schema.fields().stream()
            .filter(field -> field.required() && !found.containsKey(field.name()))
            .filter(field -> Target.of(field).isDay())
            .toList();
    List<Sample> days =
        samples.stream()
            .filter(sample -> !found.containsValue(sample))
            .filter(sample -> !sample.values().isEmpty())
            .filter(sample -> sample.areIso() || sample.plainDateForm().isPresent())
            .toList();
    if (wanted.size() == 1 && days.size() == 1) {
      found.put(wanted.getFirst().name(), days.getFirst());
    }
  }

  /** Whether less than half of what the table must have was found. */
  boolean isUnsure() {
    long required = schema.fields().stream().filter(FieldSchema::required).count();
    long met =
        schema.fields().stream()
            .filter(field -> field.required() && columns.containsKey(field.name()))
            .count();
    return 2 * met < required;
  }

  private record Pair(FieldSchema field, Sample sample, double score) {}

  private TableGuess withName(String fileName, Vocabulary vocabulary) {
    String stem = fileName.replaceAll("[0-9_.-]+[^.]*$|\\.[^.]*$", "");
    return new TableGuess(
        schema, columns, score * (1 + heading(vocabulary.names(schema), stem) / 2));
  }

  /** How alike a heading is to the nearest of several words, 0 to 1; the first words count most. */
  private static double heading(List<String> words, String heading) {
    double best = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = letters(words.get(i));
      String other = letters(heading);
      double alike = word.equals(other) ? 1 : 0.95 * new JaroWinklerSimilarity().apply(word, other);
      alike = Math.max(alike, holds(heading, words.get(i)) ? ALIKE + 0.02 : 0);
      best = Math.max(best, alike - 0.001 * i);
    }
    return best;
  }

  /** Whether a heading of several words has this one among them. */
  private static boolean holds(String heading, String word) {
    return word.length() > 4
        && (" " + Wording.of(heading).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ")
            .contains(" " + Wording.of(word) + " ");
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** What the values say for or against a column. */
  private static double values(FieldSchema field, Sample sample, Vocabulary vocabulary) {
    if (sample.values().isEmpty()) {
      return 0;
    }
    if (!field.codes().isEmpty()) {
      Set<String> distinct = sample.distinct().keySet();
      long known =
          distinct.stream().filter(v -> CodeGuess.of(v, field, vocabulary).isPresent()).count();
      return VALUES_WEIGH * (2.0 * known / distinct.size() - 1);
    }
    return switch (field.type()) {
      case DATE, TIMESTAMP ->
          sample.areIso() || sample.dateForm().isPresent() ? VALUES_WEIGH : -VALUES_WEIGH;
      case INTEGER, DECIMAL -> sample.areNumbers() ? VALUES_WEIGH : -VALUES_WEIGH;
      case STRING, BOOLEAN -> 0;
    };
  }

  /** The file's column for a canonical one. */
  Sample sample(String column) {
    return Objects.requireNonNull(columns.get(column));
  }
}
