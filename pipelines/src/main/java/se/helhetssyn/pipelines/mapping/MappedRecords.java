package se.helhetssyn.pipelines.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.reading.Delivered;
import se.helhetssyn.pipelines.reading.FileRows;

/** Makes canonical rows of source rows one by one, without an engine. */
final class MappedRecords {
  private final MappingDefinition mapping;
  private final SourceFiles files;
  private final LookupAnswers answers;

  MappedRecords(MappingDefinition mapping, SourceFiles files) {
    this.mapping = mapping;
    this.files = files;
    this.answers = new LookupAnswers(files);
  }

  /**
   * A row as it would be taken in.
   *
   * @param file name of its file; empty for a constant row
   * @param number of the data row in its file, from 1
   * @param broken whether it could not be told apart into columns; its values are then null
   * @param values in the order of the contract
   */
  record Made(String file, long number, boolean broken, List<@Nullable String> values) {}

  /** Makes every row of a source and hands it on. */
  void each(TableSchema schema, RowSource source, Consumer<Made> to) {
    if (source.from() == null) {
      RowMaker maker = new RowMaker(mapping, schema, source, List.of(), answers.of(source));
      to.accept(new Made("", 1, false, Arrays.asList(maker.start().row(new @Nullable String[0]))));
    }
    files.of(source.from()).forEach(file -> each(schema, source, file, to));
  }

  private void each(TableSchema schema, RowSource source, Delivered file, Consumer<Made> to) {
    List<String> header = file.form().header();
    RowMaker.Made made = new RowMaker(mapping, schema, source, header, answers.of(source)).start();
    @Nullable String[] nothing = new @Nullable String[schema.fields().size()];
    try (FileRows rows = FileRows.open(file)) {
      while (rows.next()) {
        @Nullable String[] values = rows.values();
        if (made.takes(rows.row(), rows.broken(), values)) {
          @Nullable String[] canonical = rows.broken() ? nothing : made.row(values);
          to.accept(new Made(file.name(), rows.row(), rows.broken(), Arrays.asList(canonical)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
