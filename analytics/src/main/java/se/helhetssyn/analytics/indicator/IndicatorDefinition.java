package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Direction;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.PeriodKind;

/**
 * One version of one indicator, as its YAML states it. Texts are Swedish but for {@code nameEn}.
 *
 * @param id for example {@code C03}
 * @param version raised when what is counted changes
 * @param order place in a list of indicators
 * @param core whether it is one of those that the quarterly screen shows
 * @param heading group it is shown under
 * @param name Swedish
 * @param nameEn English
 * @param purpose why it is followed, one sentence
 * @param kind what it says something about
 * @param numerator what counts above the line
 * @param denominator what counts below the line
 * @param exclusions what does not count, beyond the general rules; null for nothing
 * @param unknown what counts as unknown and where it goes; null where nothing can be unknown
 * @param unitOfCount what one of the counted is
 * @param direction which way is better
 * @param target null where neither routine nor decision states one
 * @param protection what the small-number rules protect
 * @param sensitive whether zero and 100 % tell something about everyone in the cell
 * @param joined whether a figure joins health-care and social-services records about a person
 * @param references the papers and lines it rests on
 * @param chart how it is drawn over time
 * @param referenceLines levels to read it beside, never targets
 * @param periods kinds of period it is published for; empty for all
 * @param levels levels it is published at; empty for all
 * @param owner role that answers for the definition
 * @param validFrom first day the version is in force
 * @param validTo day after the last; null while in force
 * @param history every version so far and why, this one last
 * @param parameters local settings with their default, whole numbers (mostly days)
 * @param remarks parameter → where its default comes from, or what the routine is silent about
 * @param maturityDays days until a row's outcome can be judged: a number or the name of a parameter
 * @param measures what is counted; the first series of the first one is the indicator itself
 */
public record IndicatorDefinition(
    String id,
    int version,
    int order,
    boolean core,
    String heading,
    String name,
    @JsonProperty("name_en") String nameEn,
    String purpose,
    Kind kind,
    String numerator,
    String denominator,
    @Nullable String exclusions,
    @Nullable String unknown,
    @JsonProperty("unit_of_count") UnitOfCount unitOfCount,
    Direction direction,
    @Nullable Target target,
    Protection protection,
    boolean sensitive,
    boolean joined,
    List<String> references,
    Chart chart,
    @JsonProperty("reference_lines") List<ReferenceLine> referenceLines,
    List<PeriodKind> periods,
    List<OrgLevel> levels,
    String owner,
    @JsonProperty("valid_from") LocalDate validFrom,
    @JsonProperty("valid_to") @Nullable LocalDate validTo,
    List<Edition> history,
    Map<String, Integer> parameters,
    Map<String, String> remarks,
    @JsonProperty("maturity_days") String maturityDays,
    List<MeasureDefinition> measures) {

  public IndicatorDefinition {
    references = orEmpty(references);
    referenceLines = orEmpty(referenceLines);
    periods = orEmpty(periods);
    levels = orEmpty(levels);
    history = orEmpty(history);
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    remarks = remarks == null ? Map.of() : Map.copyOf(remarks);
    maturityDays = Objects.requireNonNullElse(maturityDays, "0");
    measures = orEmpty(measures);
  }

  /** What an indicator says something about, after Donabedian; context says nothing of quality. */
  public enum Kind {
    STRUCTURE,
    PROCESS,
    OUTCOME,
    CONTEXT
  }

  /** What one of the counted is. */
  public enum UnitOfCount {
    PERSON,
    CASE,
    CONFERENCE,
    ENROLMENT,
    PLAN,
    REVISION,
    ASSESSMENT,
    ACTION,
    FOLLOW_UP,
    EVENT,
    DEVIATION,
    ENTRY,
    ITEM,
    AREA,
    UNIT,
    GOAL,
    DEATH;

    /** Whether figures tell how many persons are behind them: where persons, or goals, count. */
    boolean tellsPersons() {
      return this == PERSON || this == GOAL;
    }
  }

  /** How an indicator is drawn. */
  public enum Chart {
    LINE,
    BARS,
    STAIRCASE
  }

  /**
   * A level to reach and who has set it.
   *
   * @param value in the unit of the main series (a share is 0–1)
   * @param source where it is decided, Swedish
   */
  public record Target(double value, String source) {}

  /**
   * A published level to read an indicator beside.
   *
   * @param value in the unit of the series (a share is 0–1)
   * @param label what it is, Swedish
   * @param source where it is published
   * @param series it is about; null for the main one
   * @param stratum {@code DIMENSION/VALUE} it is about; null for the whole
   */
  public record ReferenceLine(
      double value,
      String label,
      String source,
      @Nullable String series,
      @Nullable String stratum) {}

  /**
   * A version and why it came.
   *
   * @param version number
   * @param validFrom first day in force
   * @param reason Swedish
   */
  public record Edition(
      int version, @JsonProperty("valid_from") LocalDate validFrom, String reason) {}

  /** What the small-number rules protect. */
  public enum Protection {
    /** Persons are counted, or stand behind what is counted. */
    PERSONS,
    /** The unit of count is the staff's common work, such as a conference: nobody stands behind. */
    STAFF_WORK
  }

  /** Every canonical table it cannot do without, in alphabetical order. */
  public List<String> tables() {
    return List.copyOf(
        new TreeSet<>(measures.stream().flatMap(MeasureDefinition::tables).toList()));
  }

  /** What is counted, in one paragraph. */
  public String counted() {
    return Stream.of(
            "Räknas: " + numerator,
            "Av: " + denominator,
            exclusions == null ? null : "Räknas inte: " + exclusions,
            unknown == null ? null : "Okänt: " + unknown)
        .filter(Objects::nonNull)
        .collect(joining(" "));
  }

  /** The definition with some of its parameters set locally. */
  public IndicatorDefinition with(Map<String, Integer> local) {
    Map<String, Integer> merged = new HashMap<>(parameters);
    merged.putAll(local);
    return new IndicatorDefinition(
        id,
        version,
        order,
        core,
        heading,
        name,
        nameEn,
        purpose,
        kind,
        numerator,
        denominator,
        exclusions,
        unknown,
        unitOfCount,
        direction,
        target,
        protection,
        sensitive,
        joined,
        references,
        chart,
        referenceLines,
        periods,
        levels,
        owner,
        validFrom,
        validTo,
        history,
        merged,
        remarks,
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
