package se.helhetssyn.datasets.fault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A further file of a table, with what the manifest will say of it. */
final class ExtraFile implements Closeable {
  private final CsvFile csv;
  private final Layout layout;
  private final List<String> keys = new ArrayList<>();
  private @Nullable String root;
  private LocalDate from = LocalDate.EPOCH;
  private LocalDate to = LocalDate.EPOCH;
  private LocalDateTime extractedAt = LocalDateTime.MIN;
  private long unwritten;
  private boolean fullLoad;

  ExtraFile(Path dir, String name, Charset charset, Layout layout) throws IOException {
    csv = new CsvFile(dir, name, charset);
    this.layout = layout;
  }

  void header() {
    csv.line(layout.schema().columns());
  }

  /** A line that is no row. */
  void line(String... cells) {
    csv.line(List.of(cells));
  }

  void row(Row row) {
    csv.write(row.cells());
  }

  /** The faulty rows, where not the whole file is at fault. */
  void tell(Row row) {
    keys.add(row.key());
  }

  List<String> keys() {
    return keys;
  }

  /** It is about a whole month before the delivery, extracted on the second of the next. */
  ExtraFile monthBefore(LocalDate delivery, int months) {
    YearMonth month = YearMonth.from(delivery).minusMonths(months);
    return about(month.atDay(1), month.atEndOfMonth())
        .extracted(month.plusMonths(1).atDay(2).atTime(4, 15));
  }

  ExtraFile about(LocalDate first, LocalDate last) {
    from = first;
    to = last;
    return this;
  }

  ExtraFile extracted(LocalDateTime time) {
    extractedAt = time;
    return this;
  }

  /** It replaces what was delivered for a node and all below. */
  void replaces(String node) {
    root = node;
    fullLoad = true;
  }

  /** The manifest counts rows that are not there. */
  void lacks(long rows) {
    unwritten = rows;
  }

  /** What the manifest says, after the last row. */
  Announcement announced(String extractId) throws IOException {
    return new Announcement(
        extractId,
        layout.schema().name(),
        root,
        from,
        to,
        extractedAt,
        csv.rows() + unwritten,
        csv.sha256(),
        fullLoad);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
