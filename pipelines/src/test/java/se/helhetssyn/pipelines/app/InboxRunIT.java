package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;

/** What people decided in the dashboards, from the inbox to the figures. */
final class InboxRunIT {
  @TempDir private Path folder;

  @Test
  void aDecisionAboutTheOrganisationWinsOverDeliveriesAndCanBeTakenBack() throws IOException {
    StoreLayout store = new StoreLayout(folder.resolve("lager"));
    String[] run = SmallDelivery.pipeline(folder, store);
    requireDone(run);
    List<List<String>> asWas = asWas(store);
    List<String> units = units(store);
    assertThat(units).hasSizeGreaterThan(1);

    Path inbox = Files.createDirectories(store.inbox());
    Path decision = inbox.resolve("organisation-1.yaml");
    Files.writeString(decision, merger(units.get(0), units.get(1)));
    Files.writeString(
        inbox.resolve("quarterly_review-1.csv"),
        "org_unit_id,quarter_start,compiled_at,reviewed_at\n%s,2025-04-01,2025-07-05,2025-07-10\n"
            .formatted(units.get(0)));
    requireDone(run);
    assertThat(units(store)).contains("NY");
    assertThat(asWas(store)).containsAll(ofFinishedPeriods(asWas));
    assertThat(StoreContent.trusted(store).get("quarterly_review")).hasSize(1);
    assertThat(figures(store, "AS_IS", units.get(0))).isEmpty();
    assertThat(figures(store, "AS_IS", "NY")).isNotEmpty();

    StoreState decided = state(store);
    requireDone(run);
    assertThat(state(store).trusted()).isEqualTo(decided.trusted());

    Path delivered = folder.resolve("uttag/org_unit.csv");
    Files.writeString(delivered, Files.readString(delivered).replace("Almlunda", "Nya Almlunda"));
    requireDone(run);
    assertThat(units(store)).contains("NY");
    assertThat(String.valueOf(StoreContent.trusted(store).get("org_unit")))
        .contains("Nya Almlunda");

    Files.delete(decision);
    requireDone(run);
    assertThat(units(store)).isEqualTo(units);
  }

  @Test
  void aDecisionThatCannotBeCarriedOutIsLeftOutAndTold() throws IOException {
    StoreLayout store = new StoreLayout(folder.resolve("lager"));
    String[] run = SmallDelivery.pipeline(folder, store);
    Files.writeString(
        Files.createDirectories(store.inbox()).resolve("organisation-1.yaml"),
        merger("FINNS-INTE", "INTE-HELLER"));
    assertThat(requireDone(run).err()).contains("organisation-1.yaml").contains("FINNS-INTE");
  }

  private static String merger(String one, String other) {
    return """
    decided_at: 2025-08-20
    decided_by: förvaltningschef
    reason: Enheterna slås ihop
    changes:
      - {type: MERGE, date: 2025-09-01, units: [%s, %s], into: [{id: NY, name: Nya enheten}]}
    """
        .formatted(one, other);
  }

  private static Answer requireDone(String[] run) {
    Answer answer = Answer.to(run);
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer;
  }

  private static StoreState state(StoreLayout store) {
    return StoreState.read(store, StoreContent.served(store)).orElseThrow();
  }

  /** Units of one area, in order. */
  private static List<String> units(StoreLayout store) {
    return Sql.rows(
            mart(store),
            """
            SELECT DISTINCT org_unit_id FROM org_unit
            WHERE level = 'UNIT' AND unit_type = 'RESIDENTIAL_CARE' ORDER BY ALL\
            """)
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private static List<List<String>> asWas(StoreLayout store) {
    return Sql.rows(
        mart(store),
        """
        SELECT indicator_id, series, stratum_value, org_unit_id, period_kind, period_start,
               numerator, denominator, unknown, state, reason
        FROM indicator_value WHERE attribution = 'AS_WAS' ORDER BY ALL\
        """);
  }

  /** Of months before the change. */
  private static List<List<String>> ofFinishedPeriods(List<List<String>> figures) {
    return figures.stream()
        .filter(row -> row.get(4).equals("MONTH") && row.get(5).compareTo("2025-09-01") < 0)
        .toList();
  }

  private static List<List<String>> figures(StoreLayout store, String attribution, String node) {
    return Sql.rows(
        mart(store),
        "SELECT 1 FROM indicator_value WHERE attribution = '%s' AND org_unit_id = '%s'"
            .formatted(attribution, node));
  }

  private static String mart(StoreLayout store) {
    return "jdbc:duckdb:" + store.mart(StoreContent.served(store), Layer.INTERNAL);
  }
}
