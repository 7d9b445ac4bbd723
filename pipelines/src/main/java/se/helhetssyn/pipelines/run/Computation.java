package se.helhetssyn.pipelines.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.lateness.Lateness;
import se.helhetssyn.pipelines.mapping.MappingDefinition.DeliveredPeriod;
import se.helhetssyn.pipelines.measure.CellJob;
import se.helhetssyn.pipelines.measure.Cells;
import se.helhetssyn.pipelines.measure.Horizon;
import se.helhetssyn.pipelines.measure.LocalTables;
import se.helhetssyn.pipelines.measure.Organisation;
import se.helhetssyn.pipelines.publish.MartInput;
import se.helhetssyn.pipelines.publish.Protection;
import se.helhetssyn.pipelines.trusted.TrustedFiles;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** From trusted tables to cells. */
final class Computation {
  /**
   * Months by which figures look back at most, whole ones: 183 days. Where rows are culled, periods
   * that would look back at what is gone stand as they were last computed as well.
   */
  private static final int LOOKING_BACK = 7;

  private final SparkSession spark;
  private final DataPackage contract;
  private final IndicatorCatalogue catalogue;
  private final StoreLayout store;
  private final TrustedTables trusted;
  private final String run;
  private final Path scratch;
  private final boolean joinedDecision;
  private final boolean small;

  Computation(
      SparkSession spark,
      DataPackage contract,
      IndicatorCatalogue catalogue,
      StoreLayout store,
      String run,
      Path scratch,
      boolean joinedDecision,
      boolean small) {
    this.spark = spark;
    this.contract = contract;
    this.catalogue = catalogue;
    this.store = store;
    this.trusted = new TrustedTables(spark, store);
    this.run = run;
    this.scratch = scratch;
    this.joinedDecision = joinedDecision;
    this.small = small;
  }

  /**
   * Computes the cells of everything that counts now.
   *
   * @param before folder of the served generation; null if nothing was published
   */
  MartInput compute(
      Intake intake,
      Optional<DeliveredPeriod> mapped,
      Protection protection,
      @Nullable Path before,
      LocalDate asOf) {
    Map<String, Long> versions = intake.versions();
    Dataset<Row> units = rows("org_unit", versions);
    Organisation organisation = Organisation.of(units, rows("org_succession", versions));
    String culled = intake.state().culledBefore();
    LocalDate culledBefore =
        culled == null ? null : LocalDate.parse(culled).plusMonths(LOOKING_BACK);
    DeliveryPeriod period =
        DeliveryPeriod.of(intake.deliveries(), mapped, () -> firstEvent(versions), asOf);
    Horizon horizon = period.horizon(culledBefore);
    List<IndicatorDefinition> possible =
        catalogue.definitions().stream()
            .filter(d -> versions.keySet().containsAll(d.tables()))
            .toList();
    Cells cells =
        new CellJob(spark, catalogue.tables(), scratch.resolve("measures"), store.measures(run))
            .compute(possible, organisation, horizon, local(versions));
    return new MartInput(
        cells,
        catalogue,
        organisation,
        units,
        versions.keySet(),
        period.coverage(),
        intake.silent(),
        intake.findings(),
        intake.checked(),
        intake.accounts(),
        intake.deliveries(),
        intake.changes(),
        intake.comparisons(),
        Lateness.find(
            store,
            versions,
            contract,
            intake.deliveries().latestExtractions(),
            horizon.lastKnownDay(),
            scratch),
        joinedDecision,
        before,
        culledBefore,
        horizon,
        protection);
  }

  /** The tables for DuckDB, where they are few rows; else null, and Spark has views of them. */
  private @Nullable LocalTables local(Map<String, Long> versions) {
    if (small) {
      return new LocalTables(contract, new TrustedFiles(store), versions);
    }
    contract.tables().forEach(t -> rows(t, versions).createOrReplaceTempView(t.name()));
    return null;
  }

  private Dataset<Row> rows(String table, Map<String, Long> versions) {
    return rows(contract.require(table), versions);
  }

  /** A table that did not come is there without rows, so that what speaks of it can be read. */
  private Dataset<Row> rows(TableSchema schema, Map<String, Long> versions) {
    Long version = versions.get(schema.name());
    return version == null ? trusted.none(schema) : trusted.read(schema.name(), version);
  }

  private Optional<LocalDate> firstEvent(Map<String, Long> versions) {
    return contract.tables().stream()
        .flatMap(t -> t.eventDates().stream().map(c -> first(rows(t, versions), c)))
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo);
  }

  private static @Nullable LocalDate first(Dataset<Row> rows, String column) {
    Date first = rows.agg(min(col(column).cast("date"))).first().getDate(0);
    return first == null ? null : first.toLocalDate();
  }
}
