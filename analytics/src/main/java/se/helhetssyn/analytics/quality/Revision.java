package se.helhetssyn.analytics.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.ValueKind;

/**
 * A figure of a finished period that is another one than in the generation before.
 *
 * @param figure which one, with the version of its definition that is in force
 * @param versionBefore the version of its definition before
 * @param kind what its values are
 * @param before what it was
 * @param after what it is
 * @param causes why, in the order of the causes; never empty
 */
public record Revision(
    FigureKey figure,
    int versionBefore,
    ValueKind kind,
    Side before,
    Side after,
    List<RevisionCause> causes) {
  public Revision {
    causes = List.copyOf(causes);
  }

  /**
   * A figure before or after.
   *
   * @param state as the mart spells it: {@code VALUE}, {@code MISSING} or {@code NOT_APPLICABLE}
   * @param value a share is 0–1; outside the internal layer rounded to whole per cent, days and
   *     months and to tenths of a rate. Null where there is none, and where the layer does not tell
   *     it: a count, or a change that is about too few persons
   */
  public record Side(String state, @Nullable Double value) {}
}
