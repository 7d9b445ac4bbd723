package se.helhetssyn.pipelines.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.mapping.ContractCheck.Fault;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;

/**
 * A mapping tried on a delivery, row by row and without writing anything: what would come through,
 * what would not and why. What holds between tables is tried first in a run.
 */
final class MappingTrial {
  private final MappingDefinition mapping;
  private final SourceFiles files;
  private final List<Tried> tables = new ArrayList<>();

  private MappingTrial(MappingDefinition mapping, SourceFiles files) {
    this.mapping = mapping;
    this.files = files;
  }

  /** Tries a mapping on the files of a delivery that it answers to. */
  static MappingTrial of(Delivery delivery, MappingDefinition mapping, DataPackage contract) {
    MappingTrial trial = new MappingTrial(mapping, SourceFiles.look(delivery, mapping));
    if (trial.files.problems().isEmpty()) {
      MappedRecords rows = new MappedRecords(mapping, trial.files);
      mapping
          .tables()
          .forEach((table, sources) -> {
            Tried tried = new Tried(contract.require(table));
            sources.forEach(source -> tried.take(rows, source));
            tried.holdRules();
            trial.tables.add(tried);
          });
    }
    return trial;
  }

  /** Whether every file and column is there and every row would come through. */
  boolean passes() {
    return files.problems().isEmpty()
        && files.turnedAway().isEmpty()
        && tables.stream().allMatch(t -> t.failing == 0);
  }

  /** What is said of each table. */
  List<TriedTable> tried() {
    return tables.stream().map(Tried::told).toList();
  }

  /** What was found, in Swedish. */
  String report() {
    return new TrialReport(mapping, files, tables).text();
  }

  /** What became of one table's rows. */
  static final class Tried {
    private final TableSchema schema;
    private final ContractCheck check;
    private final Map<String, FailingRows> reasons = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> untranslated = new TreeMap<>();
    private final Map<List<@Nullable String>, MappedRecords.Made> keys = new LinkedHashMap<>();
    private final Map<String, Long> unfound = new TreeMap<>();
    private long rows;
    private long copies;
    private long failing;

    Tried(TableSchema schema) {
      this.schema = schema;
      this.check = new ContractCheck(schema);
    }

    private void take(MappedRecords records, RowSource source) {
      Set<List<@Nullable String>> distinct = new HashSet<>();
      records.each(
          schema,
          source,
          made -> {
            if (!source.distinct() || distinct.add(made.values())) {
              take(source, made);
            }
          });
    }

    private void take(RowSource source, MappedRecords.Made made) {
      rows++;
      if (made.broken()) {
        fails(made, "raden har inte lika många värden som rubrikraden");
        failing++;
        return;
      }
      countUnfound(source, made);
      List<ContractCheck.Found> faults = check.faults(made.values());
      for (ContractCheck.Found found : faults) {
        fails(made, TrialReport.reason(found, source));
        if (found.fault() == Fault.CODE) {
          String value =
              Objects.requireNonNull(made.values().get(schema.fields().indexOf(found.field())));
          untranslated
              .computeIfAbsent(found.field().name(), column -> new HashMap<>())
              .merge(value, 1L, Long::sum);
        }
      }
      failing += faults.isEmpty() ? repeated(made) : 1;
    }

    /** A lookup that finds nothing leaves no other trace. */
    private void countUnfound(RowSource source, MappedRecords.Made made) {
      for (int i = 0; i < made.values().size(); i++) {
        FieldSchema field = schema.fields().get(i);
        ColumnSource value = source.columns().get(field.name());
        boolean lookedUp = value != null && value.origin() instanceof ColumnSource.Lookup;
        if (lookedUp && made.values().get(i) == null && !field.required()) {
          unfound.merge(field.name(), 1L, Long::sum);
        }
      }
    }

    private void holdRules() {
      Set<MappedRecords.Made> rejected = new HashSet<>();
      new RowRuleCheck(schema)
          .broken(List.copyOf(keys.values()))
          .forEach(broken -> {
            rejected.add(broken.row());
            fails(broken.row(), TrialReport.reason(broken.rule()));
          });
      failing += rejected.size();
    }

    /** 1 for a row with the key of another one that says something else. */
    private int repeated(MappedRecords.Made made) {
      List<@Nullable String> key = new ArrayList<>();
      for (int i = 0; i < made.values().size(); i++) {
        if (schema.primaryKey().contains(schema.fields().get(i).name())) {
          key.add(made.values().get(i));
        }
      }
      MappedRecords.Made first = keys.putIfAbsent(key, made);
      if (first == null) {
        return 0;
      }
      if (first.values().equals(made.values())) {
        copies++;
        return 0;
      }
      fails(
          made,
          "raden har samma nyckel (%s) som en annan rad men annat innehåll"
              .formatted(String.join(", ", schema.primaryKey())));
      return 1;
    }

    private void fails(MappedRecords.Made made, String reason) {
      reasons.computeIfAbsent(reason, r -> new FailingRows()).add(made.file(), made.number());
    }

    private TriedTable told() {
      Map<String, Long> counts = new LinkedHashMap<>();
      reasons.forEach((reason, failingRows) -> counts.put(reason, failingRows.count()));
      return new TriedTable(schema.name(), rows, copies, failing, counts);
    }

    TableSchema schema() {
      return schema;
    }

    long rows() {
      return rows;
    }

    long copies() {
      return copies;
    }

    long failing() {
      return failing;
    }

    /** Reason → rows. */
    Map<String, FailingRows> reasons() {
      return reasons;
    }

    /** Column with codes → value that is none of them → rows. */
    Map<String, Map<String, Long>> untranslated() {
      return untranslated;
    }

    /** Optional column that is looked up → rows for which nothing was found. */
    Map<String, Long> unfound() {
      return unfound;
    }

    FieldSchema field(String column) {
      return schema.field(column);
    }
  }

  /** How many rows fail for one reason, and where the first of them stand. */
  static final class FailingRows {
    private static final int SHOWN = 10;
    private final Map<String, List<Long>> shown = new LinkedHashMap<>();
    private long count;
    private int kept;

    private void add(String file, long row) {
      count++;
      if (kept < SHOWN) {
        kept++;
        shown.computeIfAbsent(file, f -> new ArrayList<>()).add(row);
      }
    }

    long count() {
      return count;
    }

    /** File → numbers of its first failing rows. */
    Map<String, List<Long>> shown() {
      return shown;
    }
  }
}
