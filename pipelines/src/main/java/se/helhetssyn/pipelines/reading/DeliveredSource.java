package se.helhetssyn.pipelines.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * What Spark makes by its name to read delivered files; it is public for Spark alone, which hands
 * options over as text. Use {@link DeliveredRows}.
 */
public final class DeliveredSource implements TableProvider {
  static final String FILES = "files";

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  static String written(List<Delivered> files) {
    try {
      return JSON.writeValueAsString(files);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("files that cannot be written as JSON", e);
    }
  }

  private static List<Delivered> read(String files) {
    try {
      return JSON.readValue(files, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON of files", e);
    }
  }

  @Override
  public boolean supportsExternalMetadata() {
    return true;
  }

  /** The columns are always told: what the files hold besides is not read. */
  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    throw new IllegalArgumentException("no columns are asked for");
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new DeliveredTable(schema, read(properties.getOrDefault(FILES, "[]")));
  }
}
