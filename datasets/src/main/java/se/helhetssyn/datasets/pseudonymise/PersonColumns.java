package se.helhetssyn.datasets.pseudonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns whose values tell who a person is, by their headings; capitals, blanks and signs in a
 * heading do not matter.
 *
 * @param headings as they were given
 * @param chosen whether they were given by the user rather than taken for granted
 */
record PersonColumns(List<String> headings, boolean chosen) {
  /** What such columns are called in the canonical layout and in exports. */
  static final String USUAL =
      "person_key,old_key,new_key,personnummer,personnr,persnr,pnr,person_id,personid,"
          + "person-/samordningsnummer,samordningsnummer,reservnummer";

  PersonColumns {
    headings = List.copyOf(headings);
  }

  /** The usual ones, or those that are named or stand one a line in a file of that name. */
  static PersonColumns of(@Nullable String given) {
    if (given == null) {
      return new PersonColumns(List.of(USUAL.split(",", -1)), false);
    }
    List<String> headings =
        lines(given).map(String::strip).filter(heading -> !heading.isEmpty()).toList();
    if (headings.isEmpty()) {
      throw Stopped.badInput("Ange minst en kolumn efter --columns.");
    }
    return new PersonColumns(headings, true);
  }

  private static Stream<String> lines(String given) {
    Path file = Path.of(given);
    if (!Files.isRegularFile(file)) {
      return Arrays.stream(given.split(",", -1));
    }
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a heading, as it is written in a file, is one of them. */
  boolean holds(String heading) {
    return names().contains(name(heading));
  }

  /** Refuses headings of the user's choice that no file had: a misspelt one would let values by. */
  void requireFound(Set<String> found) {
    Set<String> names = found.stream().map(PersonColumns::name).collect(Collectors.toSet());
    List<String> missing = headings.stream().filter(each -> !names.contains(name(each))).toList();
    if (chosen && !missing.isEmpty()) {
      throw Stopped.badInput(
          "Ingen fil har kolumnen %s: kontrollera stavningen efter --columns."
              .formatted(String.join(" eller ", missing)));
    }
  }

  private Set<String> names() {
    return headings.stream()
        .map(PersonColumns::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String name(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
