package se.helhetssyn.datasets.fault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.quality.Treatment;

/**
 * What a fault may use while it is planted, and the account of what was planted. It holds a few
 * rows of each table and what the planted ones need, never the delivery.
 */
final class Planting {
  private static final int KEY_BYTES = 32;

  /** A person who comes with two keys: the temporary one was replaced on a day. */
  record Succession(String oldKey, String newKey, LocalDate changed) {}

  private record Also(String rule, Treatment expected) {}

  private record Shown(String table, String key) {}

  private final LocalDate from;
  private final LocalDate until;
  private final Map<String, Layout> layouts;
  private final CasesElsewhere cases;
  private final Random chosen;
  private final Map<String, Row> last = new HashMap<>();
  private final Map<String, List<Row>> samples = new HashMap<>();
  private final Map<String, Pace> sampling = new HashMap<>();
  private final Map<String, Map<String, Map<String, List<Consumer<Row>>>>> later = new HashMap<>();
  private final List<PlantedFault> planted = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();
  private final List<Also> also = new ArrayList<>();
  private List<Row> added = new ArrayList<>();
  private Random random;
  private @Nullable Shown shown;

  Planting(
      long seed,
      LocalDate from,
      LocalDate until,
      Map<String, Layout> layouts,
      CasesElsewhere cases) {
    this.from = from;
    this.until = until;
    this.layouts = layouts;
    this.cases = cases;
    chosen = new Random(seed);
    random = chosen;
  }

  /** First day of the delivery. */
  LocalDate from() {
    return from;
  }

  /** Last day of the delivery, on whose evening it is extracted. */
  LocalDate until() {
    return until;
  }

  /** Evenly from low to high, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** A key like a person's that belongs to nobody. */
  String key() {
    return Stream.generate(() -> HexFormat.of().toHexDigits((byte) between(0, 255)))
        .limit(KEY_BYTES)
        .collect(Collectors.joining());
  }

  Row blank(String table) {
    return Row.of(layout(table));
  }

  Layout layout(String table) {
    Layout layout = layouts.get(table);
    if (layout == null) {
      throw new IllegalStateException("no table " + table);
    }
    return layout;
  }

  /** The last row of a table that was delivered so far. */
  Optional<Row> last(String table) {
    return Optional.ofNullable(last.get(table));
  }

  /** A few sound rows of a table, early ones and late ones. */
  List<Row> samples(String table) {
    return samples.getOrDefault(table, List.of());
  }

  /** A person who is not at the unit of a case's conference that day, of those in the samples. */
  Optional<String> stranger(Row caseRow) {
    return samples("person").stream()
        .map(person -> person.get("person_key"))
        .filter(person -> cases.isElsewhere(caseRow, person))
        .findFirst();
  }

  /** Delivers one more row, after the one at hand. */
  void add(Row row) {
    added.add(row);
  }

  /** Changes every later row of a table that has a value in a column. */
  void later(String table, String column, String value, Consumer<Row> change) {
    later
        .computeIfAbsent(table, name -> new HashMap<>())
        .computeIfAbsent(column, name -> new HashMap<>())
        .computeIfAbsent(value, name -> new ArrayList<>())
        .add(change);
  }

  /** What is planted breaks a second rule too. */
  void also(String rule, Treatment expected) {
    also.add(new Also(rule, expected));
  }

  /** What is planted shows in another table, under a key of its own. */
  void shows(String inTable, String underKey) {
    shown = new Shown(inTable, underKey);
  }

  void succeeds(Succession succession) {
    successions.add(succession);
  }

  List<Succession> successions() {
    return successions;
  }

  List<PlantedFault> planted() {
    return planted;
  }

  /** Lets what was planted earlier change a row. */
  void change(Row row) {
    Map<String, Map<String, List<Consumer<Row>>>> columns = later.get(row.table());
    if (columns != null) {
      columns.forEach((column, values) ->
          values.getOrDefault(row.get(column), List.of()).forEach(change -> change.accept(row)));
    }
  }

  /** Remembers a row that is on its way. */
  void pass(Row row) {
    last.put(row.table(), row);
    Pace pace = sampling.computeIfAbsent(row.table(), table -> new Pace(chosen, 2, 1.2));
    if (row.sound() && pace.due()) {
      samples.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row);
    }
  }

  /** The rows to deliver after the one at hand. */
  List<Row> takeAdded() {
    List<Row> taken = added;
    added = new ArrayList<>();
    return taken;
  }

  void plant(RowFault fault, Row row, Random itsRandom) {
    begin(itsRandom);
    fault.plant().accept(row, this);
    row.mark(fault.rule());
    also.forEach(other -> row.mark(other.rule()));
    String table = shown == null ? fault.table() : shown.table();
    tell(fault, table, table + ".csv", shown == null ? touched(row) : List.of(shown.key()));
  }

  void plant(FileFault fault, ExtraFile file, Random itsRandom) {
    begin(itsRandom);
    fault.plant().write(file, this);
    tell(fault, fault.table(), fault.file(), file.keys());
  }

  private void begin(Random itsRandom) {
    random = itsRandom;
    shown = null;
    also.clear();
  }

  private List<String> touched(Row row) {
    return Stream.concat(Stream.of(row), added.stream())
        .filter(each -> each.table().equals(row.table()))
        .map(Row::key)
        .toList();
  }

  private void tell(Fault fault, String table, String file, List<String> keys) {
    also.addFirst(new Also(fault.rule(), fault.expected()));
    for (Also each : also) {
      planted.add(new PlantedFault(each.rule(), table, file, keys, fault.done(), each.expected()));
    }
  }
}
