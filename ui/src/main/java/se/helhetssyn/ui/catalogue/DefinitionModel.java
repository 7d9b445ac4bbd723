package se.helhetssyn.ui.catalogue;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.SeriesDefinition;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.SeriesInfo;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.wording.SwedishNumbers;

/**
 * The page of one indicator.
 *
 * @param title its id and name
 * @param note what is to be known before reading; empty for nothing
 * @param parts what is told, from the top down
 * @param settings one row per parameter: today, by default, and why
 * @param series one row per series
 * @param written the whole definition as it was written
 */
record DefinitionModel(
    String title,
    Optional<String> note,
    List<Part> parts,
    DataTable settings,
    DataTable series,
    String written) {
  /** Facts under a heading. */
  record Part(String heading, List<Fact> facts) {
    Part {
      facts = List.copyOf(facts);
    }
  }

  /** One thing that is told, in as many sentences as it takes. */
  record Fact(String term, List<String> sentences) {
    Fact {
      sentences = List.copyOf(sentences);
    }

    static Fact of(String term, String... sentences) {
      return new Fact(term, List.of(sentences));
    }
  }

  DefinitionModel {
    parts = List.copyOf(parts);
  }

  /**
   * The page.
   *
   * @param settings parameter → value in force, as far as the generation tells
   */
  static DefinitionModel of(IndicatorInfo indicator, Map<String, Integer> settings) {
    return read(indicator)
        .map(definition -> of(indicator, definition, settings))
        .orElseGet(() -> unread(indicator, settings));
  }

  /** The definition; empty where its text is of another form than this program's. */
  private static Optional<IndicatorDefinition> read(IndicatorInfo indicator) {
    return IndicatorCatalogue.published(indicator.definition())
        .filter(d -> indicator.id().equals(d.id()) && d.version() == indicator.version());
  }

  private static DefinitionModel of(
      IndicatorInfo indicator, IndicatorDefinition definition, Map<String, Integer> settings) {
    return new DefinitionModel(
        title(indicator),
        Optional.empty(),
        new DefinitionParts(definition.with(settings), indicator).all(),
        settings(indicator, definition, settings),
        series(indicator, definition.with(settings)),
        indicator.definition());
  }

  private static DefinitionModel unread(IndicatorInfo indicator, Map<String, Integer> settings) {
    return new DefinitionModel(
        title(indicator),
        Optional.of(text("definition.other-form")),
        DefinitionParts.of(indicator),
        settings(indicator, null, settings),
        series(indicator, null),
        indicator.definition());
  }

  private static String title(IndicatorInfo indicator) {
    return text("definition.title", indicator.id(), indicator.name());
  }

  private static DataTable settings(
      IndicatorInfo indicator,
      @Nullable IndicatorDefinition definition,
      Map<String, Integer> settings) {
    Map<String, Integer> usual = definition == null ? Map.of() : definition.parameters();
    Map<String, String> remarks = definition == null ? Map.of() : definition.remarks();
    Map<String, Integer> known = new TreeMap<>(usual);
    known.putAll(settings);
    return new DataTable(
        text("definition.settings.caption", indicator.id()),
        List.of(
            text("definition.setting"),
            text("definition.setting.today"),
            text("definition.setting.usual"),
            text("definition.setting.remark")),
        known.keySet().stream()
            .map(name ->
                List.of(
                    name,
                    number(settings.get(name)),
                    number(usual.get(name)),
                    remarks.getOrDefault(name, "")))
            .toList());
  }

  private static String number(@Nullable Integer value) {
    return value == null ? text("state.missing") : SwedishNumbers.whole(value);
  }

  private static DataTable series(
      IndicatorInfo indicator, @Nullable IndicatorDefinition definition) {
    return new DataTable(
        text("definition.series.caption", indicator.id()),
        List.of(
            text("definition.series.name"),
            text("definition.series.code"),
            text("definition.series.kind"),
            text("definition.series.parts"),
            text("definition.mature")),
        indicator.series().stream().map(series -> row(indicator, definition, series)).toList());
  }

  private static List<String> row(
      IndicatorInfo indicator, @Nullable IndicatorDefinition definition, SeriesInfo series) {
    Stream<SeriesDefinition> all = definition == null ? Stream.empty() : definition.series();
    Optional<SeriesDefinition> told = all.filter(s -> s.code().equals(series.series())).findFirst();
    int days =
        definition == null || told.isEmpty()
            ? indicator.maturityDays()
            : definition.maturity(told.get());
    return List.of(
        series.name(),
        series.series(),
        DefinitionWords.value(series.kind()),
        told.map(DefinitionWords::parts).orElse(""),
        DefinitionWords.maturity(days));
  }
}
