package se.helhetssyn.analytics.mart;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Adds to a {@link MartFixture} what it tells of deliveries over time. */
public final class DeliveryFixture {
  private static final String VALUE = "VALUE";
  private static final String SUPPRESSED = "SUPPRESSED";

  private final MartFixture mart;
  private int loads;

  private DeliveryFixture(MartFixture mart) {
    this.mart = mart;
  }

  public static DeliveryFixture of(MartFixture mart) {
    return new DeliveryFixture(mart);
  }

  /** A full load of a table for a month, announced, with 2 rows in quarantine. */
  public DeliveryFixture delivery(String run, String table, LocalDate month, long delivered) {
    return load(run, table, month, delivered, delivered - 2, 2L, 0L, 0L, VALUE);
  }

  /** A full load, of which is told how much came and not where it went. */
  public DeliveryFixture hiddenDelivery(String run, String table, LocalDate month, long delivered) {
    return load(run, table, month, delivered, null, null, null, null, SUPPRESSED);
  }

  private DeliveryFixture load(
      String run,
      String table,
      LocalDate month,
      long delivered,
      @Nullable Long trusted,
      @Nullable Long quarantined,
      @Nullable Long duplicates,
      @Nullable Long rejected,
      String state) {
    loads++;
    mart.with(
        DeliverySchema.DELIVERY,
        loads,
        run,
        "2026-11-01T05:00:00Z",
        "%s.%s.csv".formatted(table, month),
        table,
        "SYSTEM",
        "X-" + loads,
        "2026-10-31T22:00:00Z",
        true,
        true,
        null,
        month,
        month.plusMonths(1).minusDays(1),
        true,
        delivered,
        trusted,
        quarantined,
        duplicates,
        rejected,
        state);
    return this;
  }

  /** Two full loads of a table held against each other. */
  public DeliveryFixture comparison(
      String table, String older, String newer, long alike, long changed, long added, long gone) {
    mart.with(
        DeliverySchema.DELIVERY_COMPARISON,
        table,
        "SYSTEM",
        older,
        newer,
        alike,
        changed,
        added,
        gone,
        VALUE);
    return this;
  }

  /** Rows that the run added, changed and removed. */
  public DeliveryFixture change(
      String table,
      @Nullable String unit,
      @Nullable LocalDate month,
      long added,
      long changed,
      long removed) {
    mart.with(DeliverySchema.ROW_CHANGE, table, unit, month, added, changed, removed, VALUE);
    return this;
  }

  /** Changes that are too few to be told. */
  public DeliveryFixture hiddenChange(String table, @Nullable LocalDate month) {
    mart.with(DeliverySchema.ROW_CHANGE, table, null, month, null, null, null, SUPPRESSED);
    return this;
  }

  /**
   * A main figure of the whole population that was a share and is another.
   *
   * @param causes codes joined by commas
   */
  public DeliveryFixture revision(
      String indicator,
      OrgLevel level,
      String node,
      Period period,
      @Nullable Double before,
      @Nullable Double after,
      String causes) {
    mart.with(
        DeliverySchema.FIGURE_REVISION,
        indicator,
        "MAIN",
        "AS_WAS",
        level.name(),
        node,
        period.kind().name(),
        period.start(),
        "ALL",
        "ALL",
        "SHARE",
        1,
        1,
        VALUE,
        VALUE,
        before,
        after,
        causes);
    return this;
  }

  /** A curve of late registration that rises evenly to 1 at a day. */
  public DeliveryFixture delays(String table, @Nullable String unit, long rows, int completeAt) {
    for (int day = 0; day <= 120; day++) {
      double share = Math.min(1, (day + 1.0) / (completeAt + 1));
      mart.with(DeliverySchema.REGISTRATION_DELAY, table, unit, day, rows, share);
    }
    return this;
  }

  /** How long an indicator's periods stay preliminary. */
  public DeliveryFixture indicatorDelay(String indicator, int days, @Nullable String table) {
    mart.with(DeliverySchema.INDICATOR_DELAY, indicator, days, table, table != null);
    return this;
  }

  /** A month of a table that did not come for a unit. */
  public DeliveryFixture gap(String table, String unit, LocalDate month) {
    mart.with(DeliverySchema.DELIVERY_GAP, table, unit, month);
    return this;
  }

  /** How a check fell out in an earlier run; without rows affected they are too few to be told. */
  public DeliveryFixture earlierRun(
      String run, String rule, String table, long checked, @Nullable Long affected) {
    mart.with(
        DeliverySchema.QUALITY_RUN, run, run + "T06:00:00Z", rule, table, checked, affected, false);
    return this;
  }

  /** The store that all this is told in. */
  public MartFixture mart() {
    return mart;
  }
}
