package se.helhetssyn.analytics.mart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people need to know about a published indicator. Texts are Swedish.
 *
 * @param id for example {@code C03}
 * @param version version of the definition
 * @param group heading it is shown under
 * @param name short name
 * @param purpose why it is followed
 * @param counted what counts, above and below the line
 * @param direction which way is better
 * @param target target value in the main series' unit; null when none is stated
 * @param targetSource where the target comes from; null when none is stated
 * @param maturityDays days until a row can be judged; 0 when at once
 * @param core whether the quarterly screen shows it
 * @param definition full text of the definition (YAML)
 * @param series main series first, then companions
 */
public record IndicatorInfo(
    String id,
    int version,
    String group,
    String name,
    String purpose,
    String counted,
    Direction direction,
    @Nullable Double target,
    @Nullable String targetSource,
    int maturityDays,
    boolean core,
    String definition,
    List<SeriesInfo> series) {
  public IndicatorInfo {
    series = List.copyOf(series);
  }
}
