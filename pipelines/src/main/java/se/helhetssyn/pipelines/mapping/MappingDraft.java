package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.mappings.Vocabulary;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.door.Expectation;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.reading.Delivered;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Proposes a mapping for a file that nothing is known of. */
public final class MappingDraft {
  private static final int MOST_TITLES = 10;

  private MappingDraft() {}

  /**
   * Writes a proposal as YAML with comments on what to check.
   *
   * @param file a delivered file
   * @param out a file that does not exist yet
   * @param table the canonical table it holds; null to guess
   * @return what was guessed and what was not, in Swedish
   */
  public static String write(Path file, Path out, @Nullable String table, DataPackage contract) {
    if (!Files.isRegularFile(file)) {
      throw Refusal.badInput("Filen %s finns inte.".formatted(file));
    }
    ArrivedFile arrived = examined(file);
    FileForm form =
        arrived
            .form()
            .orElseThrow(() ->
                Refusal.badInput(
                    arrived.turnedAway().map(ArrivedFile.TurnedAway::reason).orElseThrow()));
    Vocabulary vocabulary = Vocabulary.load();
    List<Sample> samples = samples(new Delivered(file, arrived.input().file(), form));
    TableGuess guess =
        table == null
            ? TableGuess.of(file.getFileName().toString(), samples, contract, vocabulary)
            : TableGuess.of(named(table, contract), samples, vocabulary);
    save(out, new DraftText(file, form, samples, guess, vocabulary).yaml());
    return summary(file, out, guess, samples) + tables(guess, table, contract);
  }

  /** A row with a single text is a title above the header, unless every row is such. */
  private static ArrivedFile examined(Path file) {
    Expectation unknown = Expectation.unknown(List.of(), Map.of());
    ArrivedFile first = Door.examine(file, unknown);
    ArrivedFile arrived = first;
    for (int titles = 1; titles <= MOST_TITLES && isTitle(arrived); titles++) {
      arrived = Door.examine(file, unknown.skipping(titles));
    }
    return arrived.form().isPresent() && !isTitle(arrived) ? arrived : first;
  }

  private static boolean isTitle(ArrivedFile file) {
    return file.form().filter(form -> form.header().size() == 1).isPresent();
  }

  private static List<Sample> samples(Delivered file) {
    try {
      return Sample.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableSchema named(String table, DataPackage contract) {
    List<String> known = contract.tables().stream().map(TableSchema::name).toList();
    return contract
        .find(table)
        .orElseThrow(() ->
            Refusal.badInput(
                "Tabellen %s finns inte%s.".formatted(table, Mistakes.meant(table, known))));
  }

  private static void save(Path out, String yaml) {
    try {
      Files.writeString(out, yaml, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw Refusal.badInput(
          "Filen %s finns redan och ändras inte: ange en annan efter --out.".formatted(out));
    } catch (NoSuchFileException e) {
      throw Refusal.badInput("Mappen för %s finns inte.".formatted(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which tables there are, when the guess is a weak one. */
  private static String tables(TableGuess guess, @Nullable String named, DataPackage contract) {
    return named != null || !guess.isUnsure()
        ? ""
        : contract.tables().stream()
            .map(table -> "%n  %s: %s".formatted(table.name(), table.title()))
            .collect(
                joining(
                    "",
                    "%nTabellen är osäker. Är det en annan, ta bort förslaget och säg vilken med --table:"
                        .formatted(),
                    ""));
  }

  private static String summary(Path file, Path out, TableGuess guess, List<Sample> samples) {
    List<String> lacking =
        guess.schema().fields().stream()
            .filter(f -> f.required() && !guess.columns().containsKey(f.name()))
            .map(FieldSchema::name)
            .toList();
    String rest =
        lacking.isEmpty()
            ? ""
            : "%nDe här måste du fylla i själv: %s.".formatted(String.join(", ", lacking));
    return "Förslaget finns i %s: tabellen %s, %d av filens %d kolumner.%s%nLäs igenom det, rätta det som är märkt KONTROLLERA och pröva det:%n./helhetssyn mapping check --mapping %s --in %s"
        .formatted(
            out,
            guess.schema().name(),
            guess.columns().size(),
            samples.size(),
            rest,
            out,
            file.toAbsolutePath().getParent());
  }
}
