package se.helhetssyn.pipelines.app;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.door.TestNumbers;

/**
 * Identity numbers that come with a delivery leave no trace: not in the store, not in folders for
 * temporary files, not in logs and not on the screen. The incident is on record all the same.
 */
final class NoTraceIT {
  private static final long SEED = 2_803;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final DataPackage CONTRACT = DataPackage.load();

  private static final String LAYOUT =
      """
      name: Prov
      source_system: PROV
      files:
        enheter: {pattern: "Enheter*.csv", delimiter: ";", encoding: windows-1252}
        personer: {pattern: "Personer*.csv", delimiter: ";", encoding: windows-1252}
        möten: {pattern: "Möten*.csv", delimiter: ";", encoding: windows-1252}
      tables:
        org_unit:
          - from: enheter
            columns: {org_unit_id: Id, unit_code: Id, name: Namn, level: Nivå, provider_form: Regi, valid_from: Från}
        person:
          - from: personer
            columns: {person_key: Nyckel, protected_identity: Skyddad}
        conference:
          - from: möten
            columns: {conference_id: Nr, planned_start: Dag, status: Läge}
      """;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final List<String> numbers = new ArrayList<>();
  private Path extracts = Path.of("");
  private StoreLayout store = new StoreLayout(Path.of(""));
  private String[] command = {};

  @BeforeEach
  void deliver() throws IOException {
    store = new StoreLayout(folder.resolve("lager"));
    MartFixture.in(store.root(), "former")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .publish();
    command = SmallDelivery.pipeline(folder, store);
    extracts = folder.resolve("uttag");
  }

  /** A new number in one of its written forms; ten digits alone are the last. */
  private String number(int form) {
    List<String> forms = TestNumbers.everyForm(random);
    numbers.add(forms.getFirst());
    return forms.get(form % forms.size());
  }

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(extracts.resolve(name), text.getBytes(charset));
  }

  /** A table's header, a sound row and one with a value in a column. */
  private static String csv(String table, int column, String value) {
    TableSchema schema = CONTRACT.require(table);
    List<String> row = new ArrayList<>(Collections.nCopies(schema.columns().size(), ""));
    row.set(column, value);
    return "%s%n%s%nÅ%s%n"
        .formatted(
            String.join(",", schema.columns()), String.join(",", row), ",".repeat(row.size() - 1));
  }

  @Test
  void filesWithNumbersAreStoppedWithoutATraceAndTheOthersAreTakenIn() throws Exception {
    int hits = deliverEveryWay();
    deliverAnExceptedColumn();
    assertThat(new Traces(numbers).in(extracts)).hasSizeGreaterThanOrEqualTo(hits);

    int exit = runInItsOwnProcess();

    String err = Files.readString(folder.resolve("process/err"));
    assertThat(exit).as(err).isZero();
    assertThat(err)
        .contains("Filen person_succession.csv innehåller personnummer", "betrodda")
        .contains("Lista •••••••••••••.csv läses inte", "plan.•••••••••••••.csv läses inte")
        .doesNotContain("Exception", "ERROR", "WARN");
    String generation = Files.readString(store.pointer()).strip();
    assertThat(generation).isNotEqualTo("former");
    assertNoTrace();
    List<String> incidents = incidents(generation);
    assertThat(incidents)
        .as("seed %d", SEED)
        .hasSize(hits)
        .allMatch(each -> each.contains("\"rule\":\"DQ28\""))
        .noneMatch(each -> each.contains("initiative.csv"));
    assertThat(Manifest.read(store.manifest(generation)).settings())
        .containsEntry(
            "identity_scan.exceptions.initiative.name", "dataskyddsombudet, 2025-01-15: Löpnummer");
    assertThat(store.events(generation).resolveSibling("scratch")).doesNotExist();
    String url = "jdbc:duckdb:" + store.mart(generation, Layer.INTERNAL);
    assertThat(Sql.rows(url, "SELECT count(*) FROM indicator_value").getFirst().getFirst())
        .isNotEqualTo("0");
  }

  /** Lays files with numbers beside the sound ones; returns how many are to be stopped. */
  private int deliverEveryWay() throws IOException {
    int stopped = 0;
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE, WINDOWS)) {
      for (int form = 0; form < 8; form++) {
        String mark = form % 2 == 0 && !charset.equals(WINDOWS) ? "\uFEFF" : "";
        boolean dash = form == 5;
        String text =
            mark + csv("plan", form, (dash ? "\"se " : "") + number(form) + (dash ? "\"" : ""));
        file("plan.%s_%d.csv".formatted(charset.name().replace('-', '_'), form), text, charset);
        stopped++;
      }
    }
    file("plan_revision.citat.csv", csv("plan_revision", 1, "\"öppet\nB," + number(3)), UTF_8);
    String header = String.join(",", CONTRACT.require("absence").columns());
    file("absence.rubrik.csv", header + "," + number(1) + "\nA\n", UTF_8);
    file("absence.titel.csv", "Lista för " + number(0) + "\n" + header + "\nA\n", UTF_8);
    String far = "x,y\n".repeat(300) + number(4) + ",1\n";
    file("absence.okänd.csv", far, UTF_8);
    String wide = header + "\nA,b,c" + ",d".repeat(40) + "," + number(3) + "\nB,c\n";
    file("absence.fel.csv", wide, UTF_8);
    file("deviation." + number(1) + ".csv", csv("deviation", 0, "A"), UTF_8);
    file("deviation." + number(1) + ".csv", csv("deviation", 0, "B"), UTF_8);
    file("person_succession.csv", "old_key,new_key,changed_at\nA," + number(0) + ",\n", UTF_8);
    workbook("enrolment.blad.xlsx", "enrolment");
    parquet("enrolment.delar.parquet", "enrolment");
    file("Lista " + number(1) + ".csv", "a,b\n", UTF_8);
    Files.createDirectory(extracts.resolve("plan." + number(1) + ".csv"));
    return stopped + 10;
  }

  /** A column with what looks like a number, excepted by decision: it is not searched. */
  private void deliverAnExceptedColumn() throws IOException {
    String alike = TestNumbers.everyForm(random).getFirst();
    file("initiative.csv", csv("initiative", 1, alike), UTF_8);
    String decision =
        """
        identity_scan:
          exceptions:
            - {file: initiative, column: name, decided_by: dataskyddsombudet, decided_on: 2025-01-15, reason: Löpnummer}
        """;
    Path settings = Files.writeString(folder.resolve("beslut.yaml"), decision);
    command =
        Stream.concat(Stream.of(command), Stream.of("--settings", settings.toString()))
            .toArray(String[]::new);
  }

  private void workbook(String name, String table) throws IOException {
    try (OutputStream out = Files.newOutputStream(extracts.resolve(name));
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Blad1");
      List<String> columns = CONTRACT.require(table).columns();
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, columns.get(i));
        sheet.value(1, i, i == 1 ? number(2) : "A");
      }
      sheet.value(2, 0, Long.parseLong(number(0)));
    }
  }

  private void parquet(String name, String table) {
    List<String> columns = new ArrayList<>();
    for (String column : CONTRACT.require(table).columns()) {
      columns.add("'%s' AS %s".formatted(columns.isEmpty() ? number(3) : "A", column));
    }
    Sql.run(
        "COPY (SELECT %s) TO '%s' (FORMAT parquet)"
            .formatted(String.join(", ", columns), extracts.resolve(name)));
  }

  /** A process whose working folder and folder for temporary files are its own. */
  private int runInItsOwnProcess() throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("process"));
    Path temporary = Files.createDirectories(home.resolve("tmp"));
    ProcessBuilder builder = SmallDelivery.java(Helhetssyn.class, command);
    builder.command().add(1, "-Djava.io.tmpdir=" + temporary);
    builder.directory(home.toFile());
    builder.redirectOutput(home.resolve("out").toFile());
    builder.redirectError(home.resolve("err").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private void assertNoTrace() throws IOException {
    Traces traces = new Traces(numbers);
    assertThat(traces.in(store.root())).as("seed %d", SEED).isEmpty();
    if (Files.exists(folder.resolve("process"))) {
      assertThat(traces.in(folder.resolve("process"))).as("seed %d", SEED).isEmpty();
    }
  }

  private List<String> incidents(String run) throws IOException {
    return Files.readAllLines(store.events(run).resolveSibling("incidents.jsonl"));
  }

  @Test
  void aNumberInTheFoundationRefusesTheDelivery() throws IOException {
    String row = ",".repeat(CONTRACT.require("person").columns().size() - 1);
    Path person = extracts.resolve("person.csv");
    Files.writeString(person, Files.readString(person) + "A" + row + number(6) + "\n");
    assertRefused("person.csv", "Utan hela tabellen person");
  }

  @Test
  void aNumberInTheManifestRefusesTheDelivery() throws IOException {
    file("extract_manifest.csv", csv("extract_manifest", 12, "av " + number(7)), UTF_8);
    assertRefused("extract_manifest.csv");
  }

  @Test
  void aNumberInAMappedFileOfPersonsRefusesTheDelivery() throws IOException {
    Path mapping = Files.writeString(folder.resolve("layout.yaml"), LAYOUT);
    extracts = Files.createDirectory(folder.resolve("mappat"));
    file("Enheter.csv", "Id;Namn;Nivå;Regi;Från\nK;Ån;MUNICIPALITY;OWN;2020-01-01\n", WINDOWS);
    file("Personer.csv", "Nyckel;Skyddad;Övrigt\nA;NO;nära " + number(4) + "\n", WINDOWS);
    file("Möten.csv", "Nr;Dag;Läge\nM1;2025-03-01;HELD\n", WINDOWS);
    List<String> mapped = new ArrayList<>(List.of(SmallDelivery.command(extracts, store)));
    mapped.addAll(List.of("--mapping", mapping.toString()));
    command = mapped.toArray(String[]::new);
    assertRefused("Personer.csv", "Utan hela tabellen person");
  }

  private void assertRefused(String... parts) throws IOException {
    Answer answer = Answer.to(command);
    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err()).contains("innehåller personnummer").contains(parts);
    assertThat(new Traces(numbers).in(answer.out() + answer.err())).isZero();
    assertThat(Files.readString(store.pointer()).strip()).isEqualTo("former");
    assertNoTrace();
    try (Stream<Path> runs = Files.list(store.root().resolve("runs"))) {
      Path run =
          runs.filter(each -> Files.exists(each.resolve("incidents.jsonl")))
              .findFirst()
              .orElseThrow();
      assertThat(Files.readString(run.resolve("events.jsonl")))
          .doesNotContain("\"stage\":\"start\",\"message\"");
    }
  }
}
