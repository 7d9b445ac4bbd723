package se.helhetssyn.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import se.helhetssyn.ui.indicator.FigureLines;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Targets;
import se.helhetssyn.ui.indicator.TrendChart;
import se.helhetssyn.ui.indicator.VerdictLine;

/** One indicator at a glance; the whole card is a link to its place on the unit page. */
public final class IndicatorCard extends Anchor {
  /** Shows the card as a link to the address. */
  public IndicatorCard(IndicatorCardModel model, String href) {
    super(href);
    addClassName("card");
    add(new H3(model.name()));
    add(new FigureLines(model.reading()));
    switch (model.reading()) {
      case Reading.Shown shown -> {
        addTrend(model);
        shown.notes().forEach(note -> add(note(note)));
      }
      case Reading.NotShown none -> setClassName("hatched", none.hatched());
    }
  }

  private void addTrend(IndicatorCardModel model) {
    if (model.trend().hasValues()) {
      add(new TrendChart(model.trend(), model.verdict().orElse(null)).sparkline());
    }
    model.verdict().ifPresent(verdict -> add(new VerdictLine(verdict)));
    add(note(Targets.sentence(model.trend())));
  }

  private static Paragraph note(String words) {
    Paragraph line = new Paragraph(words);
    line.addClassName("note");
    return line;
  }
}
