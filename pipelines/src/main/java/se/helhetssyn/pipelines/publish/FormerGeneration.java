package se.helhetssyn.pipelines.publish;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.quality.CheckStatus;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * The generation that is served while the next one is made: what the new one says otherwise than
 * it, and what the new one takes over from it.
 */
final class FormerGeneration {
  private static final Logger LOG = LoggerFactory.getLogger(FormerGeneration.class);
  private static final String FORMER = "former";
  private static final String FORMER_INTERNAL = "former_internal";

  private final Path folder;
  private final Manifest manifest;
  private final @Nullable LocalDate culledBefore;

  private FormerGeneration(Path folder, Manifest manifest, @Nullable LocalDate culledBefore) {
    this.folder = folder;
    this.manifest = manifest;
    this.culledBefore = culledBefore;
  }

  /**
   * The generation before; empty if there is none, or none that can be read. It is a {@link
   * Refusal} if it cannot be read and figures were to be taken over from it.
   *
   * @param folder where it lies; null if nothing was published
   * @param culledBefore figures of periods that begin before the day are taken over; null if none
   */
  static Optional<FormerGeneration> of(@Nullable Path folder, @Nullable LocalDate culledBefore) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      Manifest manifest = Manifest.read(folder.resolve("manifest.json"));
      return Optional.of(new FormerGeneration(folder, manifest, culledBefore));
    } catch (MartException unreadable) {
      if (culledBefore != null) {
        throw lost(unreadable);
      }
      LOG.warn("Generation {} cannot be compared with.", folder.getFileName(), unreadable);
      return Optional.empty();
    }
  }

  private static Refusal lost(Exception cause) {
    return Refusal.badInput(
        "Den visade generationen kan inte läsas, och dess tal för gallrad tid finns ingen annanstans; inget är publicerat. Återställ lagret från en säkerhetskopia och kör igen.",
        cause);
  }

  /**
   * Adds to an attached layer, whose own figures are there, what there is to add.
   *
   * @param rule which figures are hidden in it; empty where none is
   * @throws Refusal if figures that were to be taken over cannot be read
   */
  void addTo(Workbench bench, Layer layer, Optional<PrimaryRule> rule) throws SQLException {
    try {
      bench.attach(folder.resolve(layer.fileName()), FORMER);
      if (layer != Layer.INTERNAL) {
        bench.attach(folder.resolve(Layer.INTERNAL.fileName()), FORMER_INTERNAL);
      }
      addAttached(bench, layer, rule);
    } catch (SQLException e) {
      if (DiskSpace.isLackingIn(e)) {
        throw e;
      }
      if (culledBefore != null) {
        throw lost(e);
      }
      LOG.warn("Generation {} cannot be compared with.", folder.getFileName(), e);
    } finally {
      bench.execute("DETACH DATABASE IF EXISTS " + FORMER);
      bench.execute("DETACH DATABASE IF EXISTS " + FORMER_INTERNAL);
    }
  }

  private void addAttached(Workbench bench, Layer layer, Optional<PrimaryRule> rule)
      throws SQLException {
    Map<String, String> values = values(bench, layer, rule);
    if (culledBefore != null) {
      bench.run("culled.sql", values);
      if (layer == Layer.INTERNAL) {
        bench.run("culled_internal.sql", values);
      }
    }
    bench.run("revisions.sql", values);
    bench.execute("DELETE FROM earlier_check");
    bench.fill("earlier_check", bench.checks(FORMER).stream().map(FormerGeneration::check));
    bench.run("trend.sql", values);
  }

  private Map<String, String> values(Workbench bench, Layer layer, Optional<PrimaryRule> rule)
      throws SQLException {
    Map<String, String> values = new HashMap<>();
    values.put("layer", "layer");
    values.put("k", String.valueOf(rule.map(PrimaryRule::k).orElse(1)));
    values.put("culled", String.valueOf(culledBefore));
    values.put("former", manifest.generation());
    values.put("former_published_at", manifest.publishedAt());
    values.put("former_as_of", manifest.asOf());
    values.put("former_last_known", lastKnownDay());
    values.put("former_internal", layer == Layer.INTERNAL ? FORMER : FORMER_INTERNAL);
    // A mart of the version before has neither; its parameters are taken to be those of now.
    values.put("former_parameter", formerOrOwn(bench, DeliverySchema.INDICATOR_PARAMETER, "main"));
    values.put("former_runs", formerOrOwn(bench, DeliverySchema.QUALITY_RUN, "layer"));
    return values;
  }

  private static String formerOrOwn(Workbench bench, MartTable table, String own)
      throws SQLException {
    return (bench.has(FORMER, table) ? FORMER : own) + "." + table.name();
  }

  private String lastKnownDay() {
    LocalDate asOf = LocalDate.parse(manifest.asOf());
    LocalDate deliveredTo = LocalDate.parse(manifest.deliveredTo());
    return (deliveredTo.isBefore(asOf) ? deliveredTo : asOf).toString();
  }

  private static List<@Nullable Object> check(QualityCheck check) {
    return Arrays.asList(
        check.rule(),
        check.table(),
        check.rowsChecked(),
        check.rowsAffected(),
        check.status() == CheckStatus.ERROR);
  }
}
