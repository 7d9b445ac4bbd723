package se.helhetssyn.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.MartSchema;

/**
 * Deliveries in which every state of the page about data quality occurs: taken in and turned away,
 * told and hidden, passed, failed, broken and with nothing to judge. The figures are invented.
 */
public final class InspectedDeliveries {
  /** Turned away. */
  public static final String CUT_FILE = "avvikelser-2026-09.csv";

  /** Taken in with rows of unknown units. */
  public static final String DEVIATIONS = "deviation.csv";

  private final MartFixture mart;

  private InspectedDeliveries(MartFixture mart) {
    this.mart = mart;
  }

  static void addTo(MartFixture mart) {
    InspectedDeliveries made = new InspectedDeliveries(mart);
    made.rules();
    made.checks();
    made.findings();
    made.loads();
    made.history();
    made.gaps();
    made.comparisons();
    made.delays();
    made.revisions();
  }

  private void rules() {
    rule("DQ16", "Okänd enhet", "WARNING", "CONFORMANCE", "VERIFICATION", 0.01);
    rule("DQ37", "Filen kan vara avkortad", "ERROR", "COMPLETENESS", "VERIFICATION", 0);
    rule("DQ04", "Sent registrerad", "WARNING", "PLAUSIBILITY", "VERIFICATION", 0.1);
    rule("DQ21", "Decimalkomma i tal", "INFO", "CONFORMANCE", "VERIFICATION", 1);
    rule("DQ22", "Poängen finns inte på skalan", "ERROR", "PLAUSIBILITY", "VALIDATION", 0.01);
    rule(
        "DQ10", "Genomförd konferens utan deltagare", "WARNING", "COMPLETENESS", "VALIDATION", .05);
  }

  private void rule(
      String id, String title, String severity, String category, String context, double share) {
    mart.with(
        MartSchema.QUALITY_RULE,
        id,
        Integer.parseInt(id.substring(2)),
        title,
        null,
        severity,
        "FLAGGED",
        "ROW",
        category,
        context,
        share,
        "Fler än så stör värdena.",
        "Raden bryter mot regeln och är märkt.",
        "Se över uttaget.");
  }

  private void checks() {
    mart.check("DQ16", "deviation", 48_120, false)
        .check("DQ16", "plan", 2_310, false)
        .check("DQ37", "deviation", 2, false)
        .check("DQ04", "risk_assessment", 9_400, false)
        .check("DQ04", "plan_revision", 0, false)
        .check("DQ21", "risk_assessment", 9_400, false)
        .check("DQ22", "risk_assessment", 9_400, true)
        .check("DQ10", "conference", 870, false);
  }

  private void findings() {
    mart.finding("DQ16", "deviation", null, 1_234)
        .hiddenFinding("DQ04", "risk_assessment", 10)
        .finding("DQ21", "risk_assessment", null, 9_400);
    finding("DQ37", "deviation", CUT_FILE, "REJECTED", 1);
  }

  private void finding(String rule, String table, String file, String treatment, long rows) {
    mart.with(
        MartSchema.QUALITY_FINDING, rule, rule, table, file, null, treatment, rows, null, "VALUE");
  }

  private void loads() {
    load(1, "2026-08-03T05:10:00Z", "plan.csv", "plan", "Planera", true);
    load(2, "2026-09-02T05:10:00Z", "risk_assessment.csv", "risk_assessment", "Planera", false);
    load(3, "2026-10-02T05:10:00Z", DEVIATIONS, "deviation", "Avvika", false);
    mart.with(
        DeliverySchema.DELIVERY,
        turned(4, "2026-10-31T05:10:00Z", CUT_FILE, "deviation", "Avvika"));
  }

  private void load(
      int number, String came, String file, String table, String source, boolean full) {
    boolean told = number != 2;
    mart.with(
        DeliverySchema.DELIVERY,
        number,
        "20261101T060000Z",
        came,
        file,
        table,
        source,
        file,
        came,
        full,
        full,
        full ? "D" : null,
        full ? LocalDate.of(2026, 1, 1) : null,
        full ? LocalDate.of(2026, 7, 31) : null,
        true,
        told ? 48_120L : null,
        told ? 46_880L : null,
        told ? 10L : null,
        told ? 1_230L : null,
        told ? 0L : null,
        told ? "VALUE" : "SUPPRESSED");
  }

  private static @Nullable Object[] turned(
      int number, String came, String file, String table, String source) {
    return new @Nullable Object[] {
      number,
      "20261101T060000Z",
      came,
      file,
      table,
      source,
      "X-4",
      came,
      true,
      false,
      null,
      null,
      null,
      false,
      310L,
      0L,
      0L,
      0L,
      310L,
      "VALUE"
    };
  }

  /** Seven earlier runs, of which one could not hold the rule against its rows. */
  private void history() {
    List<Integer> affected = List.of(310, 420, 380, 610, 590, 0, 1_020);
    for (int i = 0; i < affected.size(); i++) {
      String run = "2026%02d01T060000Z".formatted(i + 4);
      String published = "2026-%02d-01T06:00:00Z".formatted(i + 4);
      boolean broken = affected.get(i) == 0;
      mart.with(
          DeliverySchema.QUALITY_RUN,
          run,
          published,
          "DQ16",
          "deviation",
          40_000L + i * 1_000L,
          (long) affected.get(i),
          broken);
    }
  }

  private void gaps() {
    for (int month = 5; month <= 7; month++) {
      mart.with(DeliverySchema.DELIVERY_GAP, "deviation", "E1", LocalDate.of(2026, month, 1));
    }
    mart.with(DeliverySchema.DELIVERY_GAP, "deviation", "E1", LocalDate.of(2026, 9, 1));
    mart.with(DeliverySchema.DELIVERY_GAP, "plan", "E3", LocalDate.of(2026, 10, 1));
  }

  private void comparisons() {
    mart.with(
        DeliverySchema.DELIVERY_COMPARISON,
        "deviation",
        "Avvika",
        "avvikelser-2026-07",
        "avvikelser-2026-08",
        1_742L,
        32L,
        278L,
        298L,
        "VALUE");
    mart.with(
        DeliverySchema.DELIVERY_COMPARISON,
        "plan",
        "Planera",
        "planer-1",
        "planer-2",
        null,
        null,
        null,
        null,
        "SUPPRESSED");
  }

  /** Nearly all has come on day 23. */
  private void delays() {
    for (int day = 0; day <= 120; day++) {
      double share = 1 - 0.5 * Math.exp(-day / 9.9);
      mart.with(DeliverySchema.REGISTRATION_DELAY, "risk_assessment", null, day, 9_400L, share);
    }
    indicatorDelay("V02", 23, "risk_assessment", true);
    indicatorDelay("C03", 45, null, false);
  }

  private void indicatorDelay(
      String indicator, int days, @Nullable String table, boolean measured) {
    mart.with(DeliverySchema.INDICATOR_DELAY, indicator, days, table, measured);
  }

  private void revisions() {
    revision("C03", "K", "VALUE", "VALUE", 0.82, 0.84, "CORRECTED");
    revision("V02", "K", "MISSING", "VALUE", null, 0.71, "LATE,ORGANISATION");
    revision("P05", "K", "VALUE", "VALUE", null, null, "UNKNOWN");
    revision("C03", "E1", "VALUE", "VALUE", 0.6, 0.5, "LATE");
  }

  private void revision(
      String indicator,
      String node,
      String stateBefore,
      String stateAfter,
      @Nullable Double before,
      @Nullable Double after,
      String cause) {
    String level = Map.of("K", "MUNICIPALITY", "E1", "UNIT").getOrDefault(node, "UNIT");
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, indicator, "MAIN", "AS_WAS", level, node);
    Collections.addAll(row, "QUARTER", LocalDate.of(2026, 7, 1), "ALL", "ALL", "SHARE", 1, 1);
    Collections.addAll(row, stateBefore, stateAfter, before, after, cause);
    mart.with(DeliverySchema.FIGURE_REVISION, row.toArray());
  }
}
