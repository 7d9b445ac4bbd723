package se.helhetssyn.pipelines.measure;

import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Trusted rows of the organisation, written as words with a dash for what is absent. */
public final class OrganisationRows {
  private static final StructType UNIT =
      new StructType()
          .add("org_unit_id", DataTypes.StringType)
          .add("level", DataTypes.StringType)
          .add("parent_id", DataTypes.StringType)
          .add("unit_type", DataTypes.StringType)
          .add("valid_from", DataTypes.DateType)
          .add("valid_to", DataTypes.DateType)
          .add("name", DataTypes.StringType)
          .add("orientation", DataTypes.StringType)
          .add("provider_form", DataTypes.StringType);

  private static final StructType CHANGE =
      new StructType()
          .add("predecessor_id", DataTypes.StringType)
          .add("successor_id", DataTypes.StringType)
          .add("change_date", DataTypes.DateType)
          .add("change_type", DataTypes.StringType);

  private OrganisationRows() {}

  /** Nodes as {@code id level parent type from to}. */
  public static Dataset<Row> units(SparkSession spark, String... nodes) {
    return spark.createDataFrame(units(nodes), UNIT);
  }

  /** Changes as {@code predecessor successor date type}. */
  public static Dataset<Row> changes(SparkSession spark, String... changes) {
    return spark.createDataFrame(changes(changes), CHANGE);
  }

  static List<Row> units(String... nodes) {
    return Arrays.stream(nodes)
        .map(node -> node.split(" ", -1))
        .map(v ->
            row(UNIT, v[0], v[1], text(v[2]), text(v[3]), day(v[4]), day(v[5]), v[0], null, "OWN"))
        .toList();
  }

  static List<Row> changes(String... changes) {
    return Arrays.stream(changes)
        .map(change -> change.split(" ", -1))
        .map(v -> row(CHANGE, v[0], v[1], day(v[2]), v[3]))
        .toList();
  }

  private static Row row(StructType type, @Nullable Object... values) {
    return new GenericRowWithSchema(values, type);
  }

  private static @Nullable String text(String value) {
    return value.equals("-") ? null : value;
  }

  private static @Nullable Date day(String value) {
    return value.equals("-") ? null : Date.valueOf(value);
  }
}
