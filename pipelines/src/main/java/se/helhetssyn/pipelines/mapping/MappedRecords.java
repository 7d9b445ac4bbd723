package se.helhetssyn.pipelines.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;

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
    files.of(source.from()).forEach((file, form) -> each(schema, source, file, form, to));
  }

  private void each(
      TableSchema schema, RowSource source, Path file, FileForm form, Consumer<Made> to) {
    RowMaker.Made made =
        new RowMaker(mapping, schema, source, form.header(), answers.of(source)).start();
    String name = file.getFileName().toString();
    try (SourceRecords records = SourceRecords.open(file, form)) {
      while (records.next()) {
        if (records.broken()) {
          @Nullable String[] nothing = new @Nullable String[schema.fields().size()];
          to.accept(new Made(name, records.row(), true, Arrays.asList(nothing)));
        } else if (made.takes(records.values())) {
          to.accept(
              new Made(name, records.row(), false, Arrays.asList(made.row(records.values()))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
