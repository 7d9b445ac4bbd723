package se.helhetssyn.datasets.pseudonymise;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program as it is called: its options, its exit codes and its report. */
@Command(
    name = "helhetssyn pseudonymise",
    synopsisHeading = "Användning: ./",
    description =
        "Byter personnummer mot nycklar i uttag, innan de lämnar kommunen. Samma person får samma"
            + " nyckel i alla filer, hur numret än är skrivet. Allt annat lämnas orört, byte för"
            + " byte. Läser textfiler med kolumner (.csv, .txt, .tsv).%n")
final class Pseudonymise implements Callable<Integer> {
  private final PrintStream out;

  @Option(names = "--in", paramLabel = "MAPP", description = "uttagen med personnummer")
  private @Nullable Path in;

  @Option(names = "--out", paramLabel = "MAPP", description = "dit uttagen med nycklar skrivs")
  private @Nullable Path to;

  @Option(
      names = "--key-file",
      paramLabel = "FIL",
      description = "kommunens hemliga nyckel; lämnas aldrig ut")
  private @Nullable Path keyFile;

  @Option(
      names = "--columns",
      paramLabel = "NAMN,NAMN|FIL",
      description =
          "rubriker på kolumner för personer, eller en fil med en rubrik per rad ("
              + PersonColumns.USUAL
              + ")")
  private @Nullable String columns;

  @Option(
      names = "--as-of",
      paramLabel = "DATUM",
      description =
          "den dag då uttagen gjordes; ger sekel åt tio siffror: under 100 år då, utom efter + (i dag)")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--make-key",
      paramLabel = "FIL",
      description = "skapar en nyckel som bara du kan läsa, och gör inget annat")
  private @Nullable Path newKey;

  private Pseudonymise(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err));
  }

  /** Runs the program; the report goes to {@code out}, a complaint to {@code err}. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Pseudonymise(out));
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("--help")
                .usageHelp(true)
                .description("visar den här hjälpen")
                .build());
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((mistake, given) -> {
      err.println(about(mistake) + " Se ./helhetssyn pseudonymise --help.");
      return Stopped.BAD_INPUT;
    });
    line.setExecutionExceptionHandler((failure, given, parsed) -> {
      Stopped stopped = stopped(failure);
      err.println(stopped.sentence());
      return stopped.exitCode();
    });
    return line.execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (newKey != null) {
      SecretFile.make(newKey);
      out.printf(
          "Nyckeln finns i %s. Förvara den på ett säkert ställe: utan den kan ingen person kännas igen nästa gång.%n",
          newKey);
      return 0;
    }
    Path from = required(in, "--in");
    Path target = required(to, "--out");
    requireApart(from, target);
    byte[] secret = SecretFile.read(required(keyFile, "--key-file"), from, target);
    var keys = new PersonKeys(secret);
    Arrays.fill(secret, (byte) 0);
    LocalDate day = asOf == null ? LocalDate.now(ZoneId.of("Europe/Stockholm")) : asOf;
    var job = new PseudonymiseJob(PersonColumns.of(columns), new Pseudonyms(keys, day.getYear()));
    List<FileReport> reports = job.run(from, target);
    reports.forEach(out::println);
    out.printf(
        "%d filer i %s. Slutkontrollen hittade inga personnummer. Nyckelns kontrolltal: %s.%n",
        reports.size(), target, keys.checkValue());
    return 0;
  }

  private static Path required(@Nullable Path given, String option) {
    if (given == null) {
      throw Stopped.badInput(
          "%s måste anges. Se ./helhetssyn pseudonymise --help.".formatted(option));
    }
    return given;
  }

  private static void requireApart(Path in, Path out) {
    Path from = in.toAbsolutePath().normalize();
    Path to = out.toAbsolutePath().normalize();
    if (from.startsWith(to) || to.startsWith(from)) {
      throw Stopped.badInput("--in och --out måste vara skilda mappar, ingen inuti den andra.");
    }
  }

  private static String about(ParameterException mistake) {
    return switch (mistake) {
      case UnmatchedArgumentException u -> "%s finns inte.".formatted(u.getUnmatched().getFirst());
      default ->
          mistake.getArgSpec() instanceof OptionSpec option
              ? "%s ska följas av %s.".formatted(option.longestName(), option.paramLabel())
              : "Kommandot går inte att tolka.";
    };
  }

  /** No message of another's is passed on: it could hold a value. */
  private static Stopped stopped(Throwable failure) {
    return switch (failure) {
      case Stopped known -> known;
      case IOException io -> unreadable(io);
      case UncheckedIOException io -> unreadable(io);
      default -> Stopped.fault(failure);
    };
  }

  private static Stopped unreadable(Throwable failure) {
    return Stopped.badEnvironment(
        "Det gick inte att läsa eller skriva (%s); inget har lämnats ut. Kontrollera sökväg, rättigheter och utrymme."
            .formatted(failure.getClass().getSimpleName()));
  }
}
