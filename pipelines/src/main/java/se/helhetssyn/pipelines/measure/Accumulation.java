package se.helhetssyn.pipelines.measure;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Adds up the rows of measures to cells. Rows of one measure come together, and within it those of
 * one person: so that distinct persons, and the largest contributors, follow from one reading.
 */
final class Accumulation implements MapPartitionsFunction<Row, Row> {
  @Serial private static final long serialVersionUID = 1L;

  /** One row per cell that anything falls in. */
  static final StructType CELLS =
      new StructType()
          .add("measure", DataTypes.IntegerType)
          .add("slice", DataTypes.IntegerType)
          .add("attribution", DataTypes.IntegerType)
          .add("node", DataTypes.IntegerType)
          .add("period", DataTypes.IntegerType)
          .add("numerator", DataTypes.LongType)
          .add("denominator", DataTypes.LongType)
          .add("unknown", DataTypes.LongType)
          .add("unknown_outside", DataTypes.LongType)
          .add("persons", DataTypes.LongType)
          .add("persons_numerator", DataTypes.LongType)
          .add("persons_rest", DataTypes.LongType)
          .add("persons_unknown", DataTypes.LongType)
          .add("largest", DataTypes.LongType)
          .add("second_largest", DataTypes.LongType)
          .add("histogram", DataTypes.StringType);

  private final Grid grid;
  private final ArrayList<MeasureShape> shapes;

  Accumulation(Grid grid, List<MeasureShape> shapes) {
    this.grid = grid;
    this.shapes = new ArrayList<>(shapes);
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Iterator<>() {
      private Iterator<Row> ready = Collections.emptyIterator();
      private final CountedRow row = new CountedRow();
      private boolean pending = advance();

      private boolean advance() {
        boolean more = rows.hasNext();
        if (more) {
          read(rows.next());
        }
        return more;
      }

      private void read(Row next) {
        row.measure = next.getInt(0);
        row.person = next.getLong(1);
        row.countedOn = next.getInt(2);
        row.period = next.isNullAt(3) ? -1 : next.getInt(3);
        row.countsAtUnit = next.getBoolean(4);
        row.unit = next.getString(5);
        row.countsAtGeographicalUnit = next.getBoolean(6);
        row.geographicalUnit = next.getString(7);
        row.sex = next.getString(8);
        row.ageGroup = next.getString(9);
        row.flags = next.getString(10);
        row.amounts = next.getList(11);
      }

      @Override
      public boolean hasNext() {
        while (!ready.hasNext() && pending) {
          ready = nextMeasure();
        }
        return ready.hasNext();
      }

      private Iterator<Row> nextMeasure() {
        int measure = row.measure;
        MeasureCells cells = new MeasureCells(measure, grid, shapes.get(measure));
        while (pending && row.measure == measure) {
          cells.add(row);
          pending = advance();
        }
        return cells.rows().map(RowFactory::create).iterator();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.next();
      }
    };
  }
}
