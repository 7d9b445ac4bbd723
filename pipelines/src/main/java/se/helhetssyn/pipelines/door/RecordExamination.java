package se.helhetssyn.pipelines.door;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.helhetssyn.pipelines.door.ArrivedFile.TurnedAway;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.file.FileTooLargeException;
import se.helhetssyn.pipelines.file.ParquetRecords;
import se.helhetssyn.pipelines.file.RecordSource;
import se.helhetssyn.pipelines.file.WorkbookRecords;

/** Finds out how a file is read whose records a library reads: a workbook or Parquet. */
final class RecordExamination {
  private final String shown;
  private final Expectation expected;
  private final IdentityWatch watch;
  private final HeaderSearch search;
  private final RowCount rows = new RowCount(false);
  private boolean seeking = true;

  RecordExamination(String shown, Expectation expected, IdentityWatch watch) {
    this.shown = shown;
    this.expected = expected;
    this.watch = watch;
    search = new HeaderSearch(expected);
  }

  /** Looks at a sheet, and for identity numbers at all other parts of the workbook too. */
  Seen workbook(Path file) {
    try {
      try (RecordSource records = WorkbookRecords.open(file, expected.sheet())) {
        read(records, expected.totals());
      }
      WorkbookParts.see(file, watch);
      return seen(FileForm.Kind.XLSX, search.records());
    } catch (FileTooLargeException e) {
      return refused(Reason.LARGE_WORKBOOK.of(shown));
    } catch (IOException e) {
      return refused(Reason.DAMAGED_WORKBOOK.of(shown));
    }
  }

  Seen parquet(Path file) {
    try (ParquetRecords records = ParquetRecords.open(file)) {
      for (int i = 0; i < records.header().size(); i++) {
        watch.see(records.header().get(i), i);
      }
      found(search.seek(records.header()));
      read(records, false);
      return seen(FileForm.Kind.PARQUET, 0);
    } catch (FileTooLargeException e) {
      return refused(Reason.LARGE_PARQUET.of(shown));
    } catch (IOException e) {
      return refused(Reason.DAMAGED_PARQUET.of(shown));
    }
  }

  private void read(RecordSource records, boolean totals) throws IOException {
    while (records.next()) {
      int size = records.size();
      for (int i = 0; i < size; i++) {
        watch.see(records.value(i).toString(), i);
      }
      if (seeking) {
        found(search.seek(cells(records)));
      } else {
        rows.add(0, 0, totals && isTotal(records));
      }
    }
  }

  private void found(boolean seekOn) {
    seeking = seekOn;
    if (!seeking) {
      watch.columns(search.header(), expected.kinds());
    }
  }

  private static List<String> cells(RecordSource records) {
    return IntStream.range(0, records.size()).mapToObj(i -> records.value(i).toString()).toList();
  }

  private boolean isTotal(RecordSource records) {
    boolean shorter = records.size() < search.header().size();
    return TailWords.isTotal(records.value(0).toString(), shorter);
  }

  private Seen seen(FileForm.Kind kind, int above) {
    Optional<TurnedAway> fault = search.fault(shown);
    if (fault.isPresent()) {
      return refused(fault.get());
    }
    FileForm form =
        new FileForm(
            kind,
            "UTF-8",
            false,
            ',',
            expected.sheet(),
            search.header(),
            List.of(),
            above,
            rows.rows());
    long skipped = search.titles() + rows.tail();
    return new Seen(Optional.of(form), rows.rows(), skipped, false, watch.hits(), Optional.empty());
  }

  private Seen refused(TurnedAway why) {
    return new Seen(Optional.empty(), rows.rows(), 0, false, watch.hits(), Optional.of(why));
  }
}
