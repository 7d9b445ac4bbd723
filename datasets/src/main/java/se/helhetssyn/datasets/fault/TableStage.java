package se.helhetssyn.datasets.fault;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Where the rows of one table pass: at most one fault is planted in each. */
final class TableStage implements Consumer<String[]> {
  /** A fault with its own chance. */
  record Sown(RowFault fault, Random random, Pace pace) {}

  private final Layout layout;
  private final CsvFile file;
  private final List<Sown> faults;
  private final Planting planting;
  private final ByNature nature;
  private final Consumer<Row> deliverElsewhere;

  TableStage(
      Layout layout,
      CsvFile file,
      List<Sown> faults,
      Planting planting,
      ByNature nature,
      Consumer<Row> deliverElsewhere) {
    this.layout = layout;
    this.file = file;
    this.faults = faults;
    this.planting = planting;
    this.nature = nature;
    this.deliverElsewhere = deliverElsewhere;
  }

  @Override
  public void accept(String[] cells) {
    Row row = new Row(layout, cells.clone());
    planting.change(row);
    if (row.sound() && !row.dropped()) {
      sow(row);
    }
    if (!row.dropped()) {
      deliver(row);
      if (!row.broken()) {
        planting.pass(row);
      }
    }
    planting.takeAdded().forEach(deliverElsewhere);
  }

  void deliver(Row row) {
    file.write(row.cells());
    if (row.repeated()) {
      file.write(row.cells());
    }
    if (!row.broken()) {
      nature.see(row);
    }
  }

  private void sow(Row row) {
    for (Sown sown : faults) {
      if (sown.fault().fits().test(row, planting) && sown.pace().due()) {
        planting.plant(sown.fault(), row, sown.random());
        return;
      }
    }
  }
}
