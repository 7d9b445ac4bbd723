package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.inbox.Grounds;

/**
 * Settings that were decided in the dashboards, as a file of the inbox states them.
 *
 * @param decidedAt as in {@link Grounds}
 * @param decidedBy as in {@link Grounds}
 * @param reason as in {@link Grounds}
 * @param validFrom first day of the runs that follow it; blank if at once
 */
record SettingsDecision(
    @JsonProperty("decided_at") @Nullable String decidedAt,
    @JsonProperty("decided_by") @Nullable String decidedBy,
    @Nullable String reason,
    @JsonProperty("valid_from") String validFrom,
    Map<String, Map<String, Integer>> indicators,
    SmallNumbers protection,
    @JsonProperty("identity_scan") IdentityScan identityScan) {

  SettingsDecision {
    validFrom = Objects.requireNonNullElse(validFrom, "").strip();
    indicators = StatedSettings.whole(indicators);
    protection = Objects.requireNonNullElse(protection, SmallNumbers.DEFAULT);
    identityScan = Objects.requireNonNullElse(identityScan, new IdentityScan(List.of()));
  }

  /** Whether runs of a day follow it. */
  boolean isInForce(LocalDate asOf) {
    return validFrom.isEmpty() || !LocalDate.parse(validFrom).isAfter(asOf);
  }

  /** Who decided it, when and why. */
  Grounds grounds() {
    return Grounds.of(decidedAt, decidedBy, reason);
  }

  /** Everything that is wrong with it: clauses without a full stop. */
  List<String> mistakes(LocalDate today) {
    List<String> mistakes = new ArrayList<>(grounds().mistakes());
    if (!validFrom.isEmpty() && !Grounds.isDay(validFrom)) {
      mistakes.add("valid_from ska vara en dag, som 2026-03-31");
    }
    if (!protection.isWithinBounds()) {
      mistakes.add("protection: k_protected och k_public ska vara 3–50");
    }
    mistakes.addAll(identityScan.mistakes(today));
    return mistakes;
  }
}
