package se.helhetssyn.pipelines.mapping;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;

/**
 * Makes canonical rows of source rows, value by value. A run and a trial of a mapping both make
 * their rows here, so that the trial shows what a run would do. It can be sent to where rows are
 * read; {@link #start} makes it ready there.
 */
final class RowMaker implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Neither stands in a file. */
  private static final String NOTHING = "\u0000";

  private static final String BETWEEN = "\u001F";

  private final RowSource source;
  private final List<String> header;
  private final List<Target> targets;
  private final HashMap<ColumnSource.Lookup, Map<String, String>> answers;
  private final List<String> missing;
  private final List<String> dates;
  private final char decimal;
  private final int skip;

  /**
   * @param header names of the columns of the rows that will come
   * @param answers what each lookup finds: key → value
   */
  RowMaker(
      MappingDefinition mapping,
      TableSchema schema,
      RowSource source,
      List<String> header,
      Map<ColumnSource.Lookup, Map<String, String>> answers) {
    this.source = source;
    this.header = List.copyOf(header);
    this.targets = schema.fields().stream().map(Target::of).toList();
    this.answers = new HashMap<>(answers);
    this.missing = mapping.missing();
    this.dates = mapping.dates();
    this.decimal = mapping.decimal(source.from());
    this.skip = mapping.skip(source.from());
  }

  /** Every lookup that is needed to make the rows, those that others ask for first. */
  static List<ColumnSource.Lookup> lookups(RowSource source) {
    return source.everyValue().stream()
        .map(ColumnSource::origin)
        .flatMap(o -> o instanceof ColumnSource.Lookup lookup ? Stream.of(lookup) : Stream.empty())
        .distinct()
        .toList();
  }

  /** Ready to make rows. */
  Made start() {
    CellCompiler compiler = new CellCompiler(header, answers, missing, dates, decimal);
    List<Cell> cells =
        targets.stream()
            .map(target -> compiler.cell(source.columns().get(target.column()), target))
            .toList();
    List<Cell> compared =
        source.compare().values().stream().map(value -> compiler.cell(value, Target.TEXT)).toList();
    return new Made(skip, compiler.where(source.where()), cells, compared);
  }

  /** Makes rows. */
  static final class Made {
    private final int skip;
    private final Predicate<@Nullable String[]> where;
    private final List<Cell> cells;
    private final List<Cell> compared;

    private Made(
        int skip, Predicate<@Nullable String[]> where, List<Cell> cells, List<Cell> compared) {
      this.skip = skip;
      this.where = where;
      this.cells = cells;
      this.compared = compared;
    }

    /**
     * Whether the mapping takes the row at all. A row that cannot be told apart is taken, as nobody
     * knows what it says.
     *
     * @param number which data row of its file it is, from 1
     */
    boolean takes(long number, boolean broken, @Nullable String[] row) {
      return number > skip && (broken || where.test(row));
    }

    /** The canonical values in the order of the contract, null where there is none. */
    @Nullable String[] row(@Nullable String[] from) {
      @Nullable String[] made = new @Nullable String[cells.size()];
      for (int i = 0; i < made.length; i++) {
        made[i] = cells.get(i).of(from);
      }
      return made;
    }

    /**
     * Digest of the values by which the row is held against the same row of another delivery; null
     * if the mapping names none. They are kept in no other form: nobody has said what they hold.
     */
    @Nullable String compared(@Nullable String[] from) {
      if (compared.isEmpty()) {
        return null;
      }
      String values =
          compared.stream()
              .map(cell -> requireNonNullElse(cell.of(from), NOTHING))
              .collect(joining(BETWEEN));
      return DigestUtils.sha256Hex(values);
    }
  }
}
