package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.pipelines.intake.SqlText.literal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an intake knows beforehand.
 *
 * @param latest last day an event can have happened, in a file that does not say when it was
 *     extracted
 * @param loadedAt when the rows are taken in
 * @param files what is known of each file of this run
 * @param earlier what is known of each file that came before
 * @param successions replaced person key → the key that took its place
 * @param personsMissing whether a file with persons was turned away, so that only persons who came
 *     in another are known to be unprotected
 */
public record IntakeTerms(
    LocalDate latest,
    Instant loadedAt,
    List<FileTerms> files,
    List<FileTerms> earlier,
    Map<String, String> successions,
    boolean personsMissing) {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  /** Rounds of replacement after which keys that follow each other are taken for a circle. */
  private static final int ROUNDS = 100;

  public IntakeTerms {
    files = List.copyOf(files);
    earlier = List.copyOf(earlier);
    successions = settled(successions);
  }

  /** Without a manifest and without successions. */
  public static IntakeTerms until(LocalDate latest) {
    return new IntakeTerms(latest, Instant.now(), List.of(), List.of(), Map.of(), false);
  }

  /** Every replaced key with the last that followed it; keys that go round in a circle stay. */
  static Map<String, String> settled(Map<String, String> successions) {
    Map<String, String> settled = new HashMap<>();
    for (String old : successions.keySet()) {
      String last = old;
      int rounds = 0;
      while (rounds < ROUNDS && successions.containsKey(last)) {
        last = Objects.requireNonNull(successions.get(last));
        rounds++;
      }
      if (rounds < ROUNDS) {
        settled.put(old, last);
      }
    }
    return Map.copyOf(settled);
  }

  /** The same, of the files of one table. */
  IntakeTerms of(String table) {
    return new IntakeTerms(
        latest,
        loadedAt,
        files.stream().filter(f -> f.table().equals(table)).toList(),
        earlier.stream().filter(f -> f.table().equals(table)).toList(),
        successions,
        personsMissing);
  }

  Optional<FileTerms> find(String file) {
    return files.stream().filter(f -> f.file().equals(file)).findFirst();
  }

  /** Every file that ever came, those of this run last. */
  List<FileTerms> all() {
    return Stream.concat(earlier.stream(), files.stream()).toList();
  }

  /** How many rows the files have, as far as anybody says. */
  long rows() {
    return files.stream()
        .map(FileTerms::delivered)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  /** SQL: what a file is known for, by the name of the row's file. */
  String perFile(Function<FileTerms, @Nullable String> expression, String otherwise) {
    String cases =
        files.stream()
            .map(f -> when(f.file(), expression.apply(f)))
            .flatMap(Optional::stream)
            .collect(joining(" "));
    return cases.isEmpty()
        ? otherwise
        : "CASE %s %s ELSE %s END".formatted(RawTable.FILE, cases, otherwise);
  }

  private static Optional<String> when(String file, @Nullable String expression) {
    return Optional.ofNullable(expression)
        .map(known -> "WHEN %s THEN %s".formatted(literal(file), known));
  }

  /** SQL: the last day an event of the row's file can have happened. */
  String latestDay() {
    return perFile(f -> f.extractedAt() == null ? null : day(lastDay(f)), day(latest));
  }

  /** A file that nobody tells of was extracted when it came, or later than any that is told of. */
  private LocalDate lastDay(FileTerms file) {
    LocalDate day = Objects.requireNonNull(file.extractedAt()).atZone(SWEDEN).toLocalDate();
    return file.announced() || day.isAfter(latest) ? day : latest;
  }

  static String day(LocalDate day) {
    return "DATE '%s'".formatted(day);
  }
}
