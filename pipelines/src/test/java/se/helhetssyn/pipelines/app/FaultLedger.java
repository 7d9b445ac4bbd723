package se.helhetssyn.pipelines.app;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;

/** What the generator says was planted, with an independent reading of the files it lies in. */
final class FaultLedger {
  private static final DataPackage CONTRACT = DataPackage.load();

  /** Rules over rows that a sound municipality breaks too. */
  static final Set<String> NATURAL_IN_ROWS = Set.of("DQ04", "DQ27", "DQ42");

  /** Rules across tables, which speak of trusted rows only. */
  static final Set<String> ACROSS =
      Set.of(
          "DQ09", "DQ10", "DQ11", "DQ12", "DQ15", "DQ17", "DQ34", "DQ35", "DQ36", "DQ38", "DQ41",
          "CT07");

  /** A planted fault of two rows counts as one. */
  static final Set<String> PAIRS = Set.of("DQ13", "DQ30");

  /** Rules that hold rows against each other; those of protected persons are not held. */
  private static final Set<String> BETWEEN_ROWS = Set.of("DQ02", "DQ03", "DQ13", "DQ14");

  /** A planted fault, as the ledger tells of it. */
  record Planted(String rule, String table, String file, List<String> keys, String done) {}

  private final Path extracts;
  private final List<Planted> planted = new ArrayList<>();
  private final Map<String, Long> natural = new TreeMap<>();
  private final Map<String, List<String>> keys = new HashMap<>();

  FaultLedger(Path extracts) {
    this.extracts = extracts;
  }

  static FaultLedger read(Path extracts) throws IOException {
    FaultLedger read = new FaultLedger(extracts);
    read.read(new JsonMapper().readTree(extracts.resolve("ledger.json").toFile()));
    return read;
  }

  private void read(JsonNode ledger) {
    for (JsonNode fault : ledger.get("faults")) {
      List<String> touched = new ArrayList<>();
      fault.get("keys").forEach(key -> touched.add(key.asText()));
      planted.add(
          new Planted(
              fault.get("rule").asText(),
              fault.get("table").asText(),
              fault.get("file").asText(),
              touched,
              fault.get("done").asText()));
    }
    for (JsonNode each : ledger.get("by_nature")) {
      if (!each.get("found").asText().equals("units without a row")) {
        natural.merge(
            each.get("rule").asText() + " " + each.get("table").asText(),
            each.get("count").asLong(),
            Long::sum);
      }
    }
  }

  List<Planted> planted() {
    return planted;
  }

  /** Rule, table and file → rows, for rules over files, values and rows. */
  Map<String, Long> rows() {
    Map<String, Long> expected = new TreeMap<>();
    for (Planted fault : planted) {
      if (!ACROSS.contains(fault.rule()) && !followsUpTooEarly(fault)) {
        expected.merge(place(fault.rule(), fault.table(), fault.file()), rowsOf(fault), Long::sum);
      }
      if (fault.rule().equals("DQ11")
          && fault.done().startsWith("held in the future")) { // and therefore has not started
        expected.merge(place("CT06", fault.table(), fault.file()), 1L, Long::sum);
      }
    }
    natural.forEach((where, count) -> {
      String[] ruleAndTable = where.split(" ", -1);
      if (NATURAL_IN_ROWS.contains(ruleAndTable[0]) && count > 0) {
        expected.merge(
            place(ruleAndTable[0], ruleAndTable[1], ruleAndTable[1] + ".csv"), count, Long::sum);
      }
    });
    expected.putAll(rowsOfReplacedKeys());
    expected.values().removeIf(count -> count == 0);
    return expected;
  }

  /** What replaces another file's rows is told of in either file. */
  static String place(String rule, String table, String file) {
    return rule.equals("DQ03") ? rule + " " + table : rule + " " + table + " " + file;
  }

  /** DQ30 in other tables than that of persons: rows that came under a key that was replaced. */
  private Map<String, Long> rowsOfReplacedKeys() {
    Set<String> replaced =
        records("person_succession.csv").stream().skip(1).map(List::getFirst).collect(toSet());
    assertThat(replaced).isNotEmpty();
    Map<String, Long> rows = new TreeMap<>();
    for (TableSchema schema : CONTRACT.tables()) {
      int at = schema.columns().indexOf("person_key");
      if (at >= 0 && !schema.name().equals("person")) {
        String file = schema.name() + ".csv";
        rows.put(
            place("DQ30", schema.name(), file),
            records(file).stream()
                .distinct()
                .filter(record -> record.size() == schema.columns().size())
                .filter(record -> replaced.contains(record.get(at)))
                .count());
      }
    }
    return rows;
  }

  /** A follow-up before its assessment shows across tables only. */
  static boolean followsUpTooEarly(Planted fault) {
    return fault.rule().equals("DQ26") && fault.table().equals("action_followup");
  }

  private long rowsOf(Planted fault) {
    if (fault.rule().equals("DQ40")) {
      return 3;
    }
    if (Set.of("DQ19", "DQ28", "DQ37").contains(fault.rule())) {
      return dataRows(fault.file());
    }
    List<String> held =
        BETWEEN_ROWS.contains(fault.rule())
            ? fault.keys().stream().filter(key -> !isProtected(fault, key)).toList()
            : fault.keys();
    return PAIRS.contains(fault.rule()) ? Math.min(1, held.size()) : held.size();
  }

  /** Whether a row is about a person who is protected or a test. */
  private boolean isProtected(Planted fault, String key) {
    int at = CONTRACT.require(fault.table()).columns().indexOf("person_key");
    return at >= 0 && protectedPersons().contains(record(fault.file(), key).get(at));
  }

  private Set<String> protectedPersons() {
    return planted.stream()
        .filter(fault -> fault.rule().equals("DQ31") || fault.rule().equals("TEST_PERSON"))
        .flatMap(fault -> fault.keys().stream())
        .collect(toSet());
  }

  private List<String> record(String file, String key) {
    return records(file).get(keysOf(file).indexOf(key) + 1);
  }

  String key(String file, String row) {
    List<String> all = keys.computeIfAbsent(file, this::keysOf);
    return all.get(Integer.parseInt(row) - 1);
  }

  /** The primary key of every data row, after the contract; an independent reading of the file. */
  private List<String> keysOf(String file) {
    TableSchema schema = CONTRACT.require(file.substring(0, file.indexOf('.')));
    List<List<String>> records = records(file);
    int header = 0;
    while (!records.get(header).getFirst().equals(schema.columns().getFirst())) {
      header++;
    }
    List<Integer> at = schema.primaryKey().stream().map(schema.columns()::indexOf).toList();
    return records.stream()
        .skip(header + 1L)
        .filter(record -> !record.getFirst().equals("Summa"))
        .map(record -> at.stream().map(record::get).collect(Collectors.joining("|")))
        .toList();
  }

  long dataRows(String file) {
    return keysOf(file).size();
  }

  private List<List<String>> records(String file) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(extracts.resolve(file), StandardCharsets.ISO_8859_1)) {
      return reader.stream().map(CsvRecord::getFields).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
