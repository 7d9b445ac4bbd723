package se.helhetssyn.pipelines.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.identity.IdentityNumbers;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.removal.Erasure;
import se.helhetssyn.pipelines.removal.Removed;
import se.helhetssyn.pipelines.run.StoreRemoval;

/** Takes a person away from a store. */
@Command(
    name = "erase",
    description = {
      "Tar bort en person ur hela lagret, även ur äldre versioner, och söker sedan igenom det.",
      "Det som är publicerat ändras inte. Personen tas inte in igen.",
      "Säkerhetskopior och levererade filer ligger utanför lagret: rensa dem själv."
    })
final class EraseCommand implements Callable<Integer> {
  private static final int LONGEST_KEY = 256;
  private static final int LONGEST_REASON = 500;

  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--store", required = true, paramLabel = "MAPP", description = "lagret")
  private Path store = Path.of("");

  @Option(
      names = "--person-key",
      required = true,
      paramLabel = "NYCKEL",
      description = {
        "personens nyckel. Skriv hellre - och ge nyckeln på standard in:",
        "på kommandoraden syns den i processlistan och blir kvar i skalets historik"
      })
  private String key = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "varför, till protokollet; inget som pekar ut personen")
  private @Nullable String reason;

  EraseCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    DataPackage contract = DataPackage.load();
    String person = checked(key.equals("-") ? typed() : key, contract);
    String why = checkedReason(person);
    Removed removed =
        new StoreRemoval(store, err::println)
            .run(site -> new Erasure(site, contract).erase(person, why));
    out.println(RemovalReport.ofErasure(removed));
    return ExitCode.DONE.code();
  }

  private static String typed() {
    try {
      String line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key; a refusal that does not repeat it if it cannot be one. */
  private static String checked(String key, DataPackage contract) {
    String form = Objects.requireNonNull(contract.require("person").field("person_key").pattern());
    if (!IdentityNumbers.in(key).isEmpty()) {
      throw Refusal.badInput(
          "--person-key ser ut som ett personnummer: ange personens nyckel i stället. Lagret innehåller inga personnummer.");
    }
    if (key.length() > LONGEST_KEY || !key.matches(form)) {
      throw Refusal.badInput(
          "--person-key är ingen nyckel: en nyckel har bara bokstäverna a–z, siffror, - och _, och minst en bokstav.");
    }
    return key;
  }

  private @Nullable String checkedReason(String person) {
    if (reason == null || reason.isBlank()) {
      return null;
    }
    String text = reason.strip();
    boolean pointsOut =
        !IdentityNumbers.in(text).isEmpty()
            || text.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT));
    if (pointsOut || text.length() > LONGEST_REASON) {
      throw Refusal.badInput(
          "--reason ska vara högst %d tecken, utan personnummer och utan nyckeln: texten sparas i lagret."
              .formatted(LONGEST_REASON));
    }
    return text;
  }
}
