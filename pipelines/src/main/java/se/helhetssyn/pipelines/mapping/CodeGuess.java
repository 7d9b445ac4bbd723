package se.helhetssyn.pipelines.mapping;

import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.mappings.Vocabulary;

/** Finds the code of a column that a written value may mean. */
final class CodeGuess {
  private static final double ALIKE = 0.95;

  private CodeGuess() {}

  /** The code: the value itself, yes or no as written, a label of it, or a label much like it. */
  static Optional<String> of(String value, FieldSchema field, Vocabulary vocabulary) {
    String answer = Answer.find(value);
    if (field.codes().contains(value)) {
      return Optional.of(value);
    }
    if (answer != null && field.codes().contains(answer)) {
      return Optional.of(answer);
    }
    String word = Wording.of(value);
    Optional<String> same =
        field.codes().stream()
            .filter(code ->
                vocabulary.labels(code).stream().map(Wording::of).anyMatch(word::equals)
                    || Wording.of(code).equals(word))
            .findFirst();
    return same.or(() -> alike(word, field, vocabulary));
  }

  private static Optional<String> alike(String word, FieldSchema field, Vocabulary vocabulary) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    return word.length() < 5
        ? Optional.empty()
        : field.codes().stream()
            .filter(code ->
                vocabulary.labels(code).stream()
                    .anyMatch(label -> similarity.apply(Wording.of(label), word) >= ALIKE))
            .findFirst();
  }
}
