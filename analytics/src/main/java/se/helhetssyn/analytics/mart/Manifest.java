package se.helhetssyn.analytics.mart;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a generation was made of, kept beside its files as {@code manifest.json}. Instants and dates
 * are ISO 8601 text.
 *
 * @param formatVersion version of the store's layout and of this file
 * @param martSchemaVersion version of {@link MartSchema}
 * @param generation id of the generation
 * @param publishedAt instant of publication
 * @param asOf "today" of the run
 * @param deliveredFrom first day the delivery covers
 * @param deliveredTo last day the delivery covers
 * @param culledBefore first day of which rows of persons are still kept; null if none were culled
 * @param protectedSource false for a source declared non-personal and public
 * @param protection which small-number rules were applied, in one Swedish sentence
 * @param codeVersion version of the program
 * @param inputs delivered files
 * @param tables conservation of rows, per canonical table
 * @param accounts conservation of rows, per delivered file; none in a manifest of format 1
 * @param findings what broke the rules of data quality, never by unit; none in format 1
 * @param definitions indicator versions, for example {@code C03: 1}
 * @param settings settings of the run
 * @param suppressed figures hidden, per layer (count)
 * @param timings seconds per stage
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    int formatVersion,
    int martSchemaVersion,
    String generation,
    String publishedAt,
    String asOf,
    String deliveredFrom,
    String deliveredTo,
    @Nullable String culledBefore,
    boolean protectedSource,
    String protection,
    String codeVersion,
    List<Input> inputs,
    List<TableCount> tables,
    List<Account> accounts,
    List<Finding> findings,
    Map<String, Integer> definitions,
    Map<String, String> settings,
    Map<String, Long> suppressed,
    Map<String, Double> timings) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public Manifest {
    // What readers rely on; a file without it is damaged.
    requireNonNull(generation, "generation");
    requireNonNull(publishedAt, "published_at");
    requireNonNull(asOf, "as_of");
    requireNonNull(deliveredTo, "delivered_to");
    requireNonNull(protection, "protection");
    accounts = orNone(accounts);
    findings = orNone(findings);
  }

  private static <T> List<T> orNone(@Nullable List<T> entries) {
    return entries == null ? List.of() : List.copyOf(entries);
  }

  /**
   * A delivered file.
   *
   * @param file name within the delivery
   * @param bytes size
   * @param sha256 digest of its content, lower-case hex
   */
  public record Input(String file, long bytes, String sha256) {}

  /**
   * Where a table's rows went (counts).
   *
   * @param table canonical table
   * @param delivered rows read
   * @param trusted rows kept
   * @param quarantined rows rejected, with a reason
   * @param duplicates copies and older versions of a row that is accounted for
   * @param rejected rows of a file or a kind that is not taken in, protected persons among them
   * @param unmapped kept rows whose unit is unknown (part of trusted)
   * @param version version of the trusted table
   */
  public record TableCount(
      String table,
      long delivered,
      long trusted,
      long quarantined,
      long duplicates,
      @JsonAlias("dropped") long rejected,
      long unmapped,
      long version) {
    /** Whether every delivered row is accounted for. */
    public boolean conserved() {
      return delivered == trusted + quarantined + duplicates + rejected;
    }

    /** The same with rows of files that were not taken in. */
    public TableCount withTurnedAway(long rows) {
      return new TableCount(
          table,
          delivered + rows,
          trusted,
          quarantined,
          duplicates,
          rejected + rows,
          unmapped,
          version);
    }
  }

  /**
   * Where the rows of a delivered file went (counts).
   *
   * @param table canonical table
   * @param file its name
   * @param extractId id of the delivery; empty where none was told
   * @param sourceSystem where it comes from
   * @param delivered rows in the file
   * @param trusted rows kept
   * @param quarantined rows set aside, with a reason
   * @param duplicates copies and older versions of a row that is accounted for
   * @param rejected rows of a file or a kind that is not taken in
   */
  public record Account(
      String table,
      String file,
      String extractId,
      String sourceSystem,
      long delivered,
      long trusted,
      long quarantined,
      long duplicates,
      long rejected) {}

  /**
   * Rows of a file that broke a rule (count).
   *
   * @param rule id of the rule
   * @param code what was wrong more closely
   * @param table canonical table
   * @param file its name
   * @param treatment what was done about it
   * @param rows count
   */
  public record Finding(
      String rule, String code, String table, String file, String treatment, long rows) {}

  /**
   * Reads a manifest; throws {@link MartException} if it is missing, damaged or of a format that
   * this program does not read.
   */
  public static Manifest read(Path file) {
    try {
      JsonNode written = JSON.readTree(Files.readAllBytes(file));
      FormatVersions.of(written).requireReadable();
      return JSON.treeToValue(written, Manifest.class);
    } catch (IOException e) {
      throw new MartException(
          "Generationens manifest kan inte läsas. Kontrollera rättigheterna, eller gör en ny körning.",
          e);
    }
  }

  /** The manifest as JSON text. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("manifest " + generation, e);
    }
  }
}
