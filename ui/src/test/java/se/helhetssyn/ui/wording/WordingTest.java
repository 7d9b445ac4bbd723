package se.helhetssyn.ui.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordingTest {
  /** How code names a text: as an argument that is a constant, or as an option's description. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)*)\"");

  @Test
  void everyTextIsUsedAndEveryUsedKeyHasAText() throws IOException {
    Set<String> texts = new TreeSet<>(Wording.bundle().keySet());
    Set<String> literals = literals();
    assertThat(literals).containsAll(texts);
    assertThat(texts).containsAll(calls());
  }

  @Test
  void argumentsTakeTheirPlaces() {
    assertThat(Wording.text("page.title", "Överblick")).isEqualTo("Överblick – Helhetssyn");
  }

  private static Set<String> literals() throws IOException {
    return matches(LITERAL);
  }

  private static Set<String> calls() throws IOException {
    return matches(Pattern.compile("text\\(\\s*\"([^\"]+)\""));
  }

  private static Set<String> matches(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(
              file -> pattern.matcher(source(file)).results().map((MatchResult m) -> m.group(1)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String source(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
