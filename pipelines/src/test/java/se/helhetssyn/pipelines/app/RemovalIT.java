package se.helhetssyn.pipelines.app;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.removal.BlockedKeys;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/** A person, and rows that are too old, leave a whole store; a search of its own looks for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RemovalIT {
  private static final String NONE = "jdbc:duckdb:";

  @TempDir private static Path base;
  @TempDir private Path folder;
  private DeliveredStore made =
      new DeliveredStore(new StoreLayout(Path.of("")), "", "", "", Path.of(""));

  @BeforeAll
  void deliver() throws IOException {
    made = DeliveredStore.in(base);
  }

  private static Answer erase(StoreLayout store, String key) {
    return Answer.to("erase", "--store", store.root().toString(), "--person-key", key);
  }

  @Test
  void nothingOfAnErasedPersonIsLeftAndTheFiguresStay() throws IOException {
    DeliveredStore delivered = made.copiedTo(folder);
    StoreLayout store = delivered.store();
    List<String> traces = List.of(delivered.person(), delivered.former());
    List<String> plans = plansOf(delivered);
    assertThat(KeyTraces.of(traces, store.root())).hasSizeGreaterThan(10);
    Map<String, Long> others = rowsOfOthers(delivered);
    Map<String, String> published = published(store);

    Answer answer = erase(store, delivered.former());

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("Borttagna rader:", "trusted/plan", "inget om personen finns kvar");
    assertThat(KeyTraces.of(traces, store.root())).isEmpty();
    assertThat(store.measures()).doesNotExist();
    assertThat(rows(store, "plan_revision", "plan_id IN ('" + String.join("','", plans) + "')"))
        .isEmpty();
    assertThat(rowsOfOthers(delivered)).isEqualTo(others);
    assertThat(published(store)).isEqualTo(published);
    assertTold(delivered);
    assertNothingOfTheDeadRunIsLeft(store);
    assertThat(erase(store, delivered.person()).out()).contains("Inget om personen fanns");

    Path file = delivered.extracts().resolve("plan.csv");
    String before = Files.readString(file);
    Files.writeString(file, before.substring(0, before.lastIndexOf('\n', before.length() - 2) + 1));
    Answer run = Answer.to(SmallDelivery.command(delivered.extracts(), store));
    Files.writeString(file, before);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(KeyTraces.of(traces, store.root())).isEmpty();
    assertThat(store.measures(StoreContent.served(store)).resolve("rows")).isDirectory();
  }

  @Test
  void nothingIsKeptInOlderVersionsOfAPersonWhoBecameProtected() throws IOException {
    DeliveredStore delivered = made.copiedTo(folder);
    StoreLayout store = delivered.store();
    List<String> traces = List.of(delivered.person(), delivered.former());
    Map<String, String> older = published(store, delivered.older());
    Path persons = delivered.extracts().resolve("person.csv");
    String before = Files.readString(persons);
    Files.writeString(
        persons,
        before
            .lines()
            .map(
                line -> traces.contains(line.split(",", 2)[0]) ? line.replace(",NO", ",YES") : line)
            .collect(joining("\n", "", "\n")));

    Answer run = Answer.to(SmallDelivery.command(delivered.extracts(), store));
    Files.writeString(persons, before);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("personer som inte längre får sparas är borttaget");
    assertThat(store.measures().toFile().list()).containsExactly(StoreContent.served(store));
    assertThat(KeyTraces.of(traces, store.root())).isEmpty();
    assertThat(published(store, delivered.older())).isEqualTo(older);
    String served = Files.readString(store.pointer()).strip();
    assertThat(StoreState.read(store, served).orElseThrow().isReproducible()).isTrue();
    assertThat(StoreState.read(store, delivered.older()).orElseThrow().isReproducible()).isFalse();
    assertThat(Files.readAllLines(store.removals()).getLast())
        .contains("\"cause\":\"PROTECTION\",\"phase\":\"DONE\"");
    assertEndedByTheNextRun(delivered, store, traces);
  }

  /** One that was cut off: a row is left, and it has begun and not ended. */
  private void assertEndedByTheNextRun(
      DeliveredStore delivered, StoreLayout store, List<String> traces) throws IOException {
    Path left = Files.createDirectories(store.quarantine("20250103T000000Z-0000").resolve("plan"));
    Sql.run(
        "COPY (SELECT 'L' AS plan_id, '%s' AS person_key) TO '%s' (FORMAT parquet)"
            .formatted(delivered.former(), left.resolve("part-0.parquet")));
    BlockedKeys.of(store).expectRows();
    Files.writeString(
        store.removals(),
        "{\"cause\":\"PROTECTION\",\"phase\":\"BEGUN\"}\n",
        StandardOpenOption.APPEND);
    assertThat(KeyTraces.of(traces, store.root())).isNotEmpty();
    Answer run = Answer.to(SmallDelivery.command(delivered.extracts(), store));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(KeyTraces.of(traces, store.root())).isEmpty();
    assertThat(BlockedKeys.of(store).isExpectingRows()).isFalse();
  }

  private static void assertTold(DeliveredStore delivered) throws IOException {
    StoreLayout store = delivered.store();
    String person = delivered.person();
    BlockedKeys blocked = BlockedKeys.of(store);
    assertThat(blocked.contains("person", person)).isTrue();
    assertThat(blocked.all("plan")).isNotEmpty();
    assertThat(Files.readAllLines(store.removals()))
        .hasSize(2)
        .allMatch(line -> line.contains("\"cause\":\"ERASURE\""))
        .last()
        .asString()
        .contains("\"phase\":\"DONE\"", "\"trusted/deviation\":");
    String served = Files.readString(store.pointer()).strip();
    for (String generation : List.of(served, delivered.older())) {
      StoreState state = StoreState.read(store, generation).orElseThrow();
      assertThat(state.isReproducible()).as(generation).isFalse();
    }
  }

  private static void assertNothingOfTheDeadRunIsLeft(StoreLayout store) throws IOException {
    assertThat(store.trusted("never_published")).doesNotExist();
    assertThat(store.lock()).isEmptyFile();
    try (Stream<Path> left = Files.walk(store.root())) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .doesNotContain("scratch")
          .noneMatch(name -> name.endsWith(".next") || name.equals("part-0.parquet.crc"));
    }
  }

  @Test
  void rowsThatAreTooOldGoAndWhatLastsStays() throws IOException {
    DeliveredStore delivered = made.copiedTo(folder);
    StoreLayout store = delivered.store();
    Map<String, String> published = published(store);
    long plansBefore = rows(store, "plan", "created_at < DATE '2025-07-01'").size();

    Answer answer = retention(store, "2025-09-15");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("Borttagna rader:", "Rader från 2025-07-01 och framåt är kvar");
    assertThat(rows(store, "risk_assessment", "assessed_at < DATE '2025-07-01'")).isEmpty();
    assertThat(
            rows(store, "conference", "coalesce(actual_start, planned_start) < DATE '2025-06-30'"))
        .isEmpty();
    assertThat(rows(store, "enrolment", "end_date < DATE '2025-07-01'")).isEmpty();
    assertThat(
            rows(
                store,
                "deviation",
                "occurred_at < DATE '2025-06-30' AND closed_at < DATE '2025-07-01'"))
        .isEmpty();
    assertThat(
            rows(
                store,
                "plan",
                "created_at < DATE '2025-07-01' AND valid_to IS NULL AND status <> 'ENDED'"))
        .hasSizeBetween(1, (int) plansBefore);
    assertThat(
            rows(
                store,
                "preventive_action",
                "assessment_id NOT IN (SELECT assessment_id FROM %s)"
                    .formatted(files(store, "risk_assessment"))))
        .isEmpty();
    assertThat(published(store)).isEqualTo(published);
    String served = Files.readString(store.pointer()).strip();
    StoreState state = StoreState.read(store, served).orElseThrow();
    assertThat(state.culledBefore()).isEqualTo("2025-07-01");
    assertThat(state.removals()).hasSize(1);
    assertThat(retention(store, "2025-08-15").out()).contains("Inga rader är äldre än 2025-06-01");
    assertThat(StoreState.read(store, served).orElseThrow().culledBefore()).isEqualTo("2025-07-01");
  }

  private static Answer retention(StoreLayout store, String asOf) {
    return Answer.to(
        "retention", "--store", store.root().toString(), "--months", "2", "--as-of", asOf);
  }

  @Test
  void anErasureThatWasKilledIsFinishedByTheNext() throws Exception {
    DeliveredStore delivered = made.copiedTo(folder);
    StoreLayout store = delivered.store();
    Map<String, String> published = published(store);
    killAt("Tar bort rader", store, delivered.person());
    assertThat(published(store)).isEqualTo(published);
    Answer run = Answer.to(SmallDelivery.command(delivered.extracts(), store));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("En borttagning i lagret", "Kör erase eller retention igen");
    InputStream keyboard = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream((delivered.person() + "\n").getBytes(StandardCharsets.UTF_8)));
      Answer answer = erase(store, "-");
      assertThat(answer.exit()).as(answer.err()).isZero();
    } finally {
      System.setIn(keyboard);
    }
    assertThat(KeyTraces.of(List.of(delivered.person(), delivered.former()), store.root()))
        .isEmpty();
    assertNothingOfTheDeadRunIsLeft(store);
  }

  private void killAt(String moment, StoreLayout store, String person)
      throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    Process process =
        SmallDelivery.java(
                Helhetssyn.class,
                "erase",
                "--store",
                store.root().toString(),
                "--person-key",
                person)
            .redirectError(err.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    while (process.isAlive() && !Files.readString(err).contains(moment)) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    process.waitFor(300, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    assertThat(Files.readString(err))
        .as(technicalLogs(store))
        .contains(moment)
        .doesNotContain("Ett fel");
  }

  private static String technicalLogs(StoreLayout store) throws IOException {
    StringBuilder logs = new StringBuilder();
    try (Stream<Path> all = Files.walk(store.root().resolve("runs"))) {
      for (Path log : all.filter(f -> f.endsWith("technical.log")).toList()) {
        logs.append(Files.readString(log));
      }
    }
    return logs.toString();
  }

  private static List<String> plansOf(DeliveredStore delivered) {
    return Sql.rows(
            NONE,
            "SELECT DISTINCT plan_id FROM %s WHERE person_key = '%s'"
                .formatted(DeliveredStore.trusted(delivered.store(), "plan"), delivered.person()))
        .stream()
        .map(List::getFirst)
        .toList();
  }

  /** Rows of every trusted table that has a person's key, but those of the person. */
  private static Map<String, Long> rowsOfOthers(DeliveredStore delivered) {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : List.of("person", "plan", "deviation", "enrolment", "risk_assessment")) {
      rows.put(
          table,
          (long)
              rows(
                      delivered.store(),
                      table,
                      "person_key IS DISTINCT FROM '%s'".formatted(delivered.person()))
                  .size());
    }
    return rows;
  }

  /** Rows of a trusted table as the served generation stands on it. */
  private static List<List<String>> rows(StoreLayout store, String table, String condition) {
    return Sql.rows(NONE, "SELECT * FROM %s WHERE %s".formatted(files(store, table), condition));
  }

  private static String files(StoreLayout store, String table) {
    try {
      String served = Files.readString(store.pointer()).strip();
      long version =
          requireNonNull(StoreState.read(store, served).orElseThrow().trusted().get(table));
      return "read_parquet(%s)"
          .formatted(
              new TrustedFiles(store).of(table, version).stream().map(f -> "'" + f + "'").toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> published(StoreLayout store) throws IOException {
    return published(store, Files.readString(store.pointer()).strip());
  }

  private static Map<String, String> published(StoreLayout store, String generation) {
    return Stream.of(Layer.values())
        .collect(
            toMap(
                Layer::name,
                layer -> {
                  try {
                    return HexFormat.of()
                        .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                .digest(Files.readAllBytes(store.mart(generation, layer))));
                  } catch (IOException | NoSuchAlgorithmException e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }
}
