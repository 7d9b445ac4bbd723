package se.helhetssyn.pipelines.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.DeliveryComparison;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.intake.RowChange;
import se.helhetssyn.pipelines.intake.SilentMonth;
import se.helhetssyn.pipelines.lateness.DelayCurve;
import se.helhetssyn.pipelines.measure.Cells;
import se.helhetssyn.pipelines.measure.Horizon;
import se.helhetssyn.pipelines.measure.Organisation;

/**
 * What a generation is made of.
 *
 * @param cells what was counted
 * @param catalogue the definitions in force
 * @param organisation the tree through time
 * @param orgUnits trusted rows of {@code org_unit}
 * @param delivered canonical tables that came
 * @param coverage what the manifest of the delivery says each table covers
 * @param silent months of units whose sudden zero is not believed
 * @param findings what broke the rules of data quality
 * @param checked how many rows each rule was held against, per table
 * @param accounts where the rows of each file went
 * @param deliveries every file that ever came
 * @param changes how the trusted rows changed since the served generation
 * @param comparisons full loads of one source held against each other
 * @param delays how late rows are registered
 * @param joinedDecision whether it is decided that records of health care and of social services
 *     may be joined
 * @param before folder of the served generation, whose figures are held against the new ones and,
 *     for days that are culled, kept; null if nothing was published
 * @param culledBefore first day of which rows of persons are still kept; null if none were culled
 * @param horizon the time figures are published for
 * @param protection which figures are hidden
 */
public record MartInput(
    Cells cells,
    IndicatorCatalogue catalogue,
    Organisation organisation,
    Dataset<Row> orgUnits,
    Set<String> delivered,
    List<Coverage> coverage,
    List<SilentMonth> silent,
    List<Finding> findings,
    List<CheckedRows> checked,
    List<FileAccount> accounts,
    DeliveryLog deliveries,
    List<RowChange> changes,
    List<DeliveryComparison> comparisons,
    List<DelayCurve> delays,
    boolean joinedDecision,
    @Nullable Path before,
    @Nullable LocalDate culledBefore,
    Horizon horizon,
    Protection protection) {

  /**
   * A delivered table, subtree and time.
   *
   * @param table canonical table
   * @param root node whose subtree was delivered; null for all of it
   * @param from first day
   * @param to last day
   */
  public record Coverage(String table, @Nullable String root, LocalDate from, LocalDate to) {}
}
