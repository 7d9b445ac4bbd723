package se.helhetssyn.datasets.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.identity.IdentityNumbers;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;

class SamePersonSameKeyTest {
  private static final long SEED = 20261122;
  private static final int FILES = 60;
  private static final List<String> CHARSETS =
      List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE");
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

  /** What numbers must not be mistaken for: keys, dates, times, decimals, units, free text. */
  private static final List<String> OTHER =
      List.of(
          "",
          "x",
          "Åsgläntan",
          "\"Ö, ä; \"\"å\"\" | – \t slut\"",
          "\"två\nrader\"",
          "2026-03-05",
          "2026-03-05T10:22:00",
          "20260305",
          "-1,5",
          "3.14159265358979",
          "\"\"",
          "SE2321000016-1A2B",
          " blank ",
          "a\"b",
          "070-123 45 67");

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final Map<String, Somebody> written = new HashMap<>();

  /**
   * Files of every form, person numbers in every form in the column of persons and in other cells:
   * what comes out is the file with the keys in their places and not another byte changed.
   */
  @Test
  void everythingButTheNumbersIsUnchangedByteForByte() throws IOException {
    Municipality municipality = new Municipality(folder);
    PersonKeys keys = municipality.keys();
    Map<String, byte[]> expected = new HashMap<>();
    for (int i = 0; i < FILES; i++) {
      Charset charset = Charset.forName(CHARSETS.get(i % CHARSETS.size()));
      String name = "f" + i + ".csv";
      StringBuilder before = new StringBuilder();
      StringBuilder after = new StringBuilder();
      write(charset, keys, before, after);
      municipality.file(name, before.toString(), charset);
      expected.put(name, after.toString().getBytes(charset));
    }

    assertThat(municipality.run()).as(municipality.complaint()).isZero();
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      assertThat(Files.readAllBytes(municipality.out.resolve(file.getKey())))
          .as("seed %d, %s", SEED, file.getKey())
          .isEqualTo(file.getValue());
    }
    written.keySet().forEach(number -> assertThat(municipality.printed()).doesNotContain(number));
  }

  private void write(Charset charset, PersonKeys keys, StringBuilder before, StringBuilder after) {
    String delimiter = pick(DELIMITERS);
    String lineEnd = pick(LINE_ENDS);
    boolean mark = charset.name().startsWith("UTF") && random.nextBoolean();
    int others = 1 + random.nextInt(4);
    String header =
        (mark ? "\uFEFF" : "")
            + pick(List.of("Personnummer", "\"pnr\"", " person_key"))
            + (delimiter + "annat").repeat(others)
            + lineEnd;
    both(header, before, after);
    int rows = 1 + random.nextInt(30);
    for (int row = 0; row < rows; row++) {
      Somebody person = Somebody.any(random);
      String quote = pick(List.of("", "\""));
      number(pick(person.forms()), person, quote, quote, keys, before, after);
      for (int cell = 0; cell < others; cell++) {
        both(delimiter, before, after);
        other(delimiter, keys, before, after);
      }
      both(row == rows - 1 && random.nextBoolean() ? "" : lineEnd, before, after);
    }
  }

  private void other(String delimiter, PersonKeys keys, StringBuilder before, StringBuilder after) {
    if (random.nextInt(3) > 0) {
      String text = pick(OTHER);
      boolean quoted = text.startsWith("\"");
      both(!quoted && text.contains(delimiter) ? "" : text, before, after);
      return;
    }
    Somebody person = Somebody.any(random);
    boolean quoted = random.nextBoolean();
    number(
        pick(person.sureForms()),
        person,
        quoted ? "\"se \"\"" : "se ",
        quoted ? "\"\", tack\"" : " tack",
        keys,
        before,
        after);
  }

  private void number(
      String number,
      Somebody person,
      String ahead,
      String behind,
      PersonKeys keys,
      StringBuilder before,
      StringBuilder after) {
    written.put(number, person);
    before.append(ahead).append(number).append(behind);
    after.append(ahead).append(keys.of(person.twelve())).append(behind);
  }

  private static void both(String text, StringBuilder before, StringBuilder after) {
    before.append(text);
    after.append(text);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void onePersonHasOneKeyAndAnotherHasAnother() throws IOException {
    PersonKeys keys = new Municipality(folder).keys();
    var pseudonyms = new Pseudonyms(keys, Somebody.YEAR);
    Set<String> people = new HashSet<>();
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      Somebody person = Somebody.any(random);
      List<String> forms = new ArrayList<>(person.forms());
      forms.addAll(person.sureForms());
      Set<String> own = new HashSet<>();
      forms.forEach(form -> own.add(pseudonyms.ofPerson(form, new ColumnCounts())));
      assertThat(own).as("seed %d", SEED).containsExactly(keys.of(person.twelve()));
      people.add(person.twelve());
      made.addAll(own);
    }
    assertThat(made)
        .as("seed %d", SEED)
        .hasSameSizeAs(people)
        .allMatch(key -> key.matches("[0-9a-f]{64}"));
  }

  /** The invented municipality, as it would be if nobody had made keys of its persons. */
  @Test
  void aMunicipalityWithNumbersSeededInLeavesWithoutThem() throws IOException {
    Municipality municipality = new Municipality(folder);
    var plan = new MunicipalityPlan(60, 4, 6, SEED, LocalDate.of(2026, 10, 31), FaultLevel.NONE);
    SyntheticMunicipality.write(plan, municipality.in, line -> {});
    Files.delete(municipality.in.resolve("ledger.json"));
    Map<String, Somebody> people = new HashMap<>();
    for (Path file : files(municipality.in)) {
      String text = Files.readString(file);
      String seeded =
          Pattern.compile("\\b[0-9a-f]{64}\\b")
              .matcher(text)
              .replaceAll(key ->
                  people
                      .computeIfAbsent(key.group(), k -> Somebody.any(random))
                      .forms()
                      .get(random.nextInt(4)));
      Files.writeString(file, seeded);
    }

    assertThat(municipality.run()).as(municipality.complaint()).isZero();
    assertThat(people).hasSizeGreaterThan(60);
    Set<String> keys = new HashSet<>();
    people.values().forEach(person -> keys.add(municipality.keyOf(person)));
    for (Path file : files(municipality.out)) {
      assertThat(IdentityNumbers.in(Files.readString(file))).as(file.toString()).isEmpty();
    }
    assertThat(
            municipality.result("person.csv").lines().skip(1).map(line -> line.split(",", -1)[0]))
        .isSubsetOf(keys);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
