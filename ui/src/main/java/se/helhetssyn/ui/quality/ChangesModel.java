package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.quality.LinkedTable.plain;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.SeriesInfo;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.quality.LoadComparison;
import se.helhetssyn.analytics.quality.Revision;
import se.helhetssyn.analytics.quality.RevisionQuery;
import se.helhetssyn.ui.indicator.Strata;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.TableNames;

/**
 * What is another way than before.
 *
 * @param comparisons one row per pair of full loads that follow each other
 * @param revisions one row per revised figure of the chosen part of the organisation
 */
record ChangesModel(LinkedTable comparisons, LinkedTable revisions) {
  private static final String MAIN = "MAIN";

  static ChangesModel of(QualityFacts facts, QualityChoice choice) {
    return new ChangesModel(comparisons(facts, choice), revisions(facts, choice));
  }

  private static LinkedTable comparisons(QualityFacts facts, QualityChoice choice) {
    return LinkedTable.of(
        text("quality.comparisons.caption"),
        List.of(
            text("quality.column.table"),
            text("quality.column.source"),
            text("quality.column.older"),
            text("quality.column.newer"),
            text("quality.column.both"),
            text("quality.column.changed"),
            text("quality.column.added"),
            text("quality.column.gone")),
        facts.mart().comparisons().stream()
            .filter(comparison -> choice.isAbout(comparison.table()))
            .filter(comparison -> choice.isFrom(comparison.sourceSystem()))
            .map(ChangesModel::row)
            .toList());
  }

  private static List<LinkedTable.Cell> row(LoadComparison comparison) {
    LoadComparison.@Nullable Keys keys = comparison.keys();
    return plain(
        TableNames.of(comparison.table()),
        QualityWords.source(comparison.sourceSystem()),
        comparison.older(),
        comparison.newer(),
        QualityWords.rows(keys == null ? null : keys.alike() + keys.changed()),
        QualityWords.rows(keys == null ? null : keys.changed()),
        QualityWords.rows(keys == null ? null : keys.added()),
        QualityWords.rows(keys == null ? null : keys.gone()));
  }

  private static LinkedTable revisions(QualityFacts facts, QualityChoice choice) {
    RevisionQuery query =
        new RevisionQuery(choice.indicator().code().orElse(null), choice.node().id(), null);
    return LinkedTable.of(
        text("quality.revisions.caption", choice.node().name()),
        List.of(
            text("quality.column.indicator"),
            text("quality.column.period"),
            text("quality.column.revision")),
        facts.mart().revisions(query).stream().map(revision -> row(revision, facts)).toList());
  }

  private static List<LinkedTable.Cell> row(Revision revision, QualityFacts facts) {
    FigureKey figure = revision.figure();
    return plain(
        name(figure, facts),
        SwedishDates.period(figure.period()),
        RevisionWords.sentence(revision));
  }

  /** The indicator, with series and part of the population where they are not the main ones. */
  private static String name(FigureKey figure, QualityFacts facts) {
    List<String> parts = new ArrayList<>(List.of(facts.indicatorName(figure.indicatorId())));
    if (!figure.series().equals(MAIN)) {
      parts.add(series(figure, facts));
    }
    if (!figure.stratum().equals(Stratum.ALL)) {
      parts.add(Strata.name(figure.stratum()));
    }
    return String.join(" · ", parts);
  }

  private static String series(FigureKey figure, QualityFacts facts) {
    return facts.indicators().stream()
        .filter(indicator -> indicator.id().equals(figure.indicatorId()))
        .map(IndicatorInfo::series)
        .flatMap(List::stream)
        .filter(series -> series.series().equals(figure.series()))
        .map(SeriesInfo::name)
        .findFirst()
        .orElse(figure.series());
  }
}
