package se.helhetssyn.pipelines.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.agreement.Agreement;

/**
 * A whole run over a municipality full of faults: what is found is what the generator's ledger says
 * was planted or is there by nature, rule by rule and key by key, and every row is accounted for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultyDeliveryIT {
  private static final DataPackage CONTRACT = DataPackage.load();

  @TempDir private static Path folder;
  private Path extracts = Path.of("");
  private StoreLayout store = new StoreLayout(Path.of(""));
  private String run = "";
  private Answer answer = new Answer(-1, "", "");
  private FaultLedger ledger = new FaultLedger(Path.of(""));

  @BeforeAll
  void run() throws IOException {
    extracts = folder.resolve("uttag");
    store = new StoreLayout(folder.resolve("lager"));
    Answer made =
        Answer.to(
            "generate --persons 240 --units 10 --months 22 --seed 11 --until 2026-10-31"
                .concat(" --faults heavy --out " + extracts)
                .split(" "));
    assertThat(made.exit()).as(made.err()).isZero();
    String[] command = SmallDelivery.command(extracts, store);
    command[Stream.of(command).toList().indexOf("--as-of") + 1] = "2026-11-02";
    answer = Answer.to(command);
    assertThat(answer.exit()).as(answer.err()).isZero();
    run = Files.readString(store.pointer()).strip();
    ledger = FaultLedger.read(extracts);
  }

  private List<List<String>> rows(String sql) {
    return Sql.rows("jdbc:duckdb:" + store.mart(run, Layer.INTERNAL), sql);
  }

  /** rule, table, file → rows, for rules over files, values and rows. */
  private Map<String, Long> found() {
    Map<String, Long> found = new TreeMap<>();
    rows("SELECT rule_id, table_name, source_file, sum(rows_affected) FROM quality_finding "
            + "GROUP BY ALL")
        .forEach(r -> {
          if (!FaultLedger.ACROSS.contains(r.getFirst())) {
            found.merge(
                FaultLedger.place(r.get(0), r.get(1), r.get(2)),
                Long.parseLong(r.get(3)),
                Long::sum);
          }
        });
    return found;
  }

  @Test
  void whatIsFoundInFilesAndRowsIsWhatTheLedgerSays() {
    Map<String, Long> expected = ledger.rows();
    Map<String, Long> found = found();
    found.keySet().removeIf(where -> where.startsWith("DQ26 action_followup"));
    assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void everyKeyThatIsMarkedIsOneThatWasPlanted() {
    Map<String, Set<String>> marked = markedKeys();
    Map<String, Set<String>> expected = new TreeMap<>();
    Map<String, Set<String>> stored = storedKeys();
    for (FaultLedger.Planted fault : ledger.planted()) {
      if (!FaultLedger.ACROSS.contains(fault.rule()) && !FaultLedger.followsUpTooEarly(fault)) {
        Set<String> there = stored.getOrDefault(fault.table(), Set.of());
        fault.keys().stream()
            .filter(there::contains)
            .filter(key ->
                !FaultLedger.PAIRS.contains(fault.rule()) || key.equals(fault.keys().getFirst()))
            .forEach(key ->
                expected
                    .computeIfAbsent(fault.rule() + " " + fault.table(), p -> new HashSet<>())
                    .add(key));
      }
    }
    expected
        .keySet()
        .removeIf(place -> place.matches("(DQ28|DQ30|DQ31|TEST_PERSON) .*|DQ03 conference"));
    expected.forEach((place, planted) -> {
      Set<String> found = marked.getOrDefault(place, Set.of());
      if (FaultLedger.NATURAL_IN_ROWS.contains(place.substring(0, place.indexOf(' ')))) {
        assertThat(found).as(place).containsAll(planted);
      } else {
        assertThat(found).as(place).containsExactlyInAnyOrderElementsOf(planted);
      }
    });
    assertThat(expected).hasSizeGreaterThan(25);
  }

  /** Rule and table → keys of kept and set aside rows that carry a mark of the rule. */
  private Map<String, Set<String>> markedKeys() {
    Map<String, String> rules = new HashMap<>();
    rows("SELECT DISTINCT table_name, code, rule_id FROM quality_finding")
        .forEach(r -> rules.put(r.get(0) + " " + r.get(1), r.get(2)));
    Map<String, Set<String>> marked = new TreeMap<>();
    for (TableSchema schema : tables()) {
      for (List<String> row : storedRows(schema.name())) {
        for (String code : row.get(2).split(",", -1)) {
          String rule = rules.getOrDefault(schema.name() + " " + code, code);
          boolean lacking = code.equals("UNIT_UNKNOWN") && row.get(2).contains("DQ18");
          if (rule.matches("(DQ|CT)\\d\\d") && !lacking) { // no unit is not an unknown one
            marked
                .computeIfAbsent(rule + " " + schema.name(), p -> new HashSet<>())
                .add(ledger.key(row.get(0), row.get(1)));
          }
        }
      }
    }
    return marked;
  }

  private Map<String, Set<String>> storedKeys() {
    Map<String, Set<String>> stored = new HashMap<>();
    tables()
        .forEach(schema ->
            stored.put(
                schema.name(),
                storedRows(schema.name()).stream()
                    .map(row -> ledger.key(row.get(0), row.get(1)))
                    .collect(toSet())));
    return stored;
  }

  /** All but the manifest, whose own ids are not those of its file. */
  private static List<TableSchema> tables() {
    return CONTRACT.tables().stream()
        .filter(schema -> !schema.name().equals("extract_manifest"))
        .toList();
  }

  /** File, row number and codes of every row that is kept or set aside. */
  private List<List<String>> storedRows(String table) {
    List<List<String>> stored = new ArrayList<>();
    String files =
        """
        SELECT coalesce(a.source_file, t.extract_id), t.source_row_id, coalesce(t.flags, '')
        FROM delta t
        LEFT JOIN (SELECT DISTINCT extract_id, source_file FROM quality_account) a USING (extract_id)
        """;
    String trusted = store.trusted(table).toString();
    if (StoreContent.hasRows(store.trusted(table))) {
      stored.addAll(
          rows(
              files.replace(
                  "delta",
                  "read_parquet('%s/*.parquet', union_by_name = true)".formatted(trusted))));
    }
    Path aside = store.quarantine(run).resolve(table);
    if (Files.isDirectory(aside)) {
      stored.addAll(
          rows(
              "SELECT source_file, CAST(source_row AS VARCHAR), array_to_string(reasons, ',') || ',' || coalesce(flags, '') FROM read_parquet('%s/*.parquet')"
                  .formatted(aside)));
    }
    return stored;
  }

  @Test
  void everyPlantedFaultAcrossTablesIsMarkedIfItsRowsWereKept() {
    Map<String, Set<String>> marked = new TreeMap<>();
    rows("SELECT rule, table_name, record_key FROM read_parquet('%s')"
            .formatted(store.manifest(run).resolveSibling("quality_mark.parquet")))
        .forEach(r ->
            marked.computeIfAbsent(r.get(0) + " " + r.get(1), p -> new HashSet<>()).add(r.get(2)));
    Map<String, Set<String>> trusted = new HashMap<>();
    Map<String, List<FaultLedger.Planted>> byRule =
        ledger.planted().stream()
            .filter(fault ->
                FaultLedger.ACROSS.contains(fault.rule()) || FaultLedger.followsUpTooEarly(fault))
            .collect(groupingBy(fault -> fault.rule() + " " + fault.table()));
    assertThat(byRule).hasSizeGreaterThan(8);
    byRule.forEach((place, faults) -> {
      String table = place.substring(place.indexOf(' ') + 1);
      Set<String> kept = trusted.computeIfAbsent(table, this::trustedKeys);
      Set<String> found = marked.getOrDefault(place, Set.of());
      for (FaultLedger.Planted fault : faults) {
        boolean ofUnit = place.startsWith("DQ34") || place.startsWith("DQ38");
        if (ofUnit || kept.containsAll(fault.keys())) {
          assertThat(found)
              .as(place)
              .contains(fault.keys().stream().sorted().collect(Collectors.joining("+")));
        }
      }
    });
  }

  private Set<String> trustedKeys(String table) {
    TableSchema schema = CONTRACT.require(table);
    String key =
        schema.primaryKey().stream()
            .map("CAST(%s AS VARCHAR)"::formatted)
            .collect(Collectors.joining(" || '|' || "));
    return rows("SELECT %s FROM read_parquet('%s/*.parquet')".formatted(key, store.trusted(table)))
        .stream()
        .map(List::getFirst)
        .collect(toSet());
  }

  @Test
  void everyRowOfEveryFileIsAccountedFor() {
    List<List<String>> accounts =
        rows(
            "SELECT source_file, delivered, trusted + quarantined + duplicates + rejected "
                + "FROM quality_account");
    assertThat(accounts).hasSizeGreaterThan(30);
    accounts.forEach(account -> {
      assertThat(account.get(2)).as(account.getFirst()).isEqualTo(account.get(1));
      assertThat(Long.parseLong(account.get(1)))
          .as(account.getFirst())
          .isEqualTo(ledger.dataRows(account.getFirst()));
    });
    assertThat(accounts.stream().map(List::getFirst))
        .containsExactlyInAnyOrderElementsOf(deliveredFiles());
    assertThat(Manifest.read(store.manifest(run)).tables())
        .allMatch(Manifest.TableCount::conserved);
  }

  private List<String> deliveredFiles() {
    try (Stream<Path> files = Files.list(extracts)) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .filter(name -> name.endsWith(".csv") && !name.startsWith("person_succession"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void filesThatWereTurnedAwayAreToldOfAndDoNotMoveThePeriod() {
    assertThat(answer.err())
        .contains("org_unit.lost.csv", "conference_case.journal.csv", "person.short.csv");
    assertThat(Manifest.read(store.manifest(run)).deliveredFrom()).isEqualTo("2025-01-01");
    assertThat(store.events(run).resolveSibling("incidents.jsonl"))
        .content()
        .contains("conference_case.journal.csv");
  }

  @Test
  void everyFigureIsTheOneThatTheRecomputationComesTo() throws IOException, SQLException {
    Agreement.require(store.root());
  }
}
