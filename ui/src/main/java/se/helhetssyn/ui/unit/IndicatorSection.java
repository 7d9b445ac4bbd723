package se.helhetssyn.ui.unit;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.function.Consumer;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.ui.catalogue.CatalogueAddress;
import se.helhetssyn.ui.chart.Chart;
import se.helhetssyn.ui.chart.ChartWords;
import se.helhetssyn.ui.indicator.FigureLines;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Targets;
import se.helhetssyn.ui.indicator.Verdict;
import se.helhetssyn.ui.indicator.VerdictLine;
import se.helhetssyn.ui.quality.RevisionNote;

/** One indicator over time: what it is, its figure of the chosen period, its chart and table. */
final class IndicatorSection extends Section {
  /**
   * Shows an indicator.
   *
   * @param name its name, as a heading of the page's order
   * @param revised the notes about the node's figures of the period
   * @param choose told when a period is chosen in the chart
   */
  IndicatorSection(
      HtmlContainer name,
      IndicatorSectionModel model,
      Map<FigureKey, RevisionNote> revised,
      Consumer<Period> choose) {
    setId(model.indicator().id());
    addClassNames("panel", "indicator");
    name.setText(model.indicator().name());
    Div words = new Div(name, purpose(model));
    words.add(new FigureLines(model.reading()));
    model.verdict().ifPresent(verdict -> addVerdict(words, verdict, model));
    if (model.reading() instanceof Reading.Shown shown) {
      words.add(small(Targets.sentence(model.judged())));
      shown.notes().forEach(note -> words.add(small(note)));
      model.figure().map(revised::get).ifPresent(words::add);
    }
    words.add(counted(model), catalogue(model));
    words.addClassName("indicator-words");
    Chart chart =
        new Chart(new ChartWords(text("chart.table"), text("chart.picture")), model.chart());
    chart.addPointListener(event -> choose.accept(model.periods().get(event.point())));
    add(words, chart);
  }

  private static Paragraph purpose(IndicatorSectionModel model) {
    Paragraph purpose = new Paragraph(model.indicator().purpose());
    purpose.addClassName("purpose");
    return purpose;
  }

  private static NativeDetails counted(IndicatorSectionModel model) {
    return new NativeDetails(text("unit.counted"), small(model.indicator().counted()));
  }

  private static Paragraph catalogue(IndicatorSectionModel model) {
    String id = model.indicator().id();
    Anchor link = new Anchor(CatalogueAddress.of(id), text("unit.catalogue", id));
    Paragraph place = new Paragraph(link);
    place.addClassName("n");
    return place;
  }

  private static void addVerdict(Div words, Verdict verdict, IndicatorSectionModel model) {
    words.add(new VerdictLine(verdict));
    model.basis().ifPresent(basis -> words.add(small(basis)));
  }

  private static Paragraph small(String words) {
    Paragraph line = new Paragraph(new Span(words));
    line.addClassName("n");
    return line;
  }
}
