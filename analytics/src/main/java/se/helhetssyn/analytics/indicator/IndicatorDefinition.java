package se.helhetssyn.analytics.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Direction;

/**
 * One version of one indicator, as its YAML states it.
 *
 * @param id for example {@code C03}
 * @param version raised when what is counted changes
 * @param order place in a list of indicators
 * @param heading group it is shown under, Swedish
 * @param name Swedish
 * @param nameEn English
 * @param purpose why it is followed, one Swedish sentence
 * @param counted numerator and denominator in words, Swedish
 * @param direction which way is better
 * @param target null where neither routine nor decision states one
 * @param protection what the small-number rules protect
 * @param sensitive whether zero and 100 % tell something about everyone in the cell
 * @param references the papers and lines it rests on
 * @param parameters local settings with their default, whole numbers (mostly days)
 * @param maturityDays days until a row's outcome can be judged: a number or the name of a parameter
 * @param measures what is counted; the first series of the first one is the indicator itself
 */
public record IndicatorDefinition(
    String id,
    int version,
    int order,
    String heading,
    String name,
    @JsonProperty("name_en") String nameEn,
    String purpose,
    String counted,
    Direction direction,
    @Nullable Target target,
    Protection protection,
    boolean sensitive,
    List<String> references,
    Map<String, Integer> parameters,
    @JsonProperty("maturity_days") String maturityDays,
    List<MeasureDefinition> measures) {

  public IndicatorDefinition {
    references = orEmpty(references);
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    maturityDays = Objects.requireNonNullElse(maturityDays, "0");
    measures = orEmpty(measures);
  }

  /**
   * A level to reach and who has set it.
   *
   * @param value in the unit of the main series (a share is 0–1)
   * @param source where it is decided, Swedish
   */
  public record Target(double value, String source) {}

  /** What the small-number rules protect. */
  public enum Protection {
    /** Persons are counted, or stand behind what is counted. */
    PERSONS,
    /** The unit of count is the staff's common work, such as a conference: nobody stands behind. */
    STAFF_WORK
  }

  /** Every canonical table it reads, in alphabetical order. */
  public List<String> tables() {
    return List.copyOf(
        new TreeSet<>(measures.stream().flatMap(MeasureDefinition::tables).toList()));
  }

  /** The definition with some of its parameters set locally. */
  public IndicatorDefinition with(Map<String, Integer> local) {
    Map<String, Integer> merged = new java.util.HashMap<>(parameters);
    merged.putAll(local);
    return new IndicatorDefinition(
        id,
        version,
        order,
        heading,
        name,
        nameEn,
        purpose,
        counted,
        direction,
        target,
        protection,
        sensitive,
        references,
        merged,
        maturityDays,
        measures);
  }

  /** Days until a row of the series can be judged. */
  public int maturity(SeriesDefinition series) {
    return days(Objects.requireNonNullElse(series.maturityDays(), maturityDays));
  }

  /** Days until the indicator's own rows can be judged. */
  public int maturity() {
    return days(maturityDays);
  }

  private int days(String stated) {
    Integer parameter = parameters.get(stated);
    return parameter == null ? Integer.parseInt(stated) : parameter;
  }

  boolean knowsDays(String stated) {
    return parameters.containsKey(stated) || stated.matches("\\d{1,4}");
  }

  /** Every series, in the order they are shown. */
  public Stream<SeriesDefinition> series() {
    return measures.stream().flatMap(m -> m.series().stream());
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
