package se.helhetssyn.ui.overview;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Targets;
import se.helhetssyn.ui.indicator.TrendChart;
import se.helhetssyn.ui.indicator.VerdictLine;

/** One indicator at a glance; the whole card is a link to its place on the unit page. */
final class IndicatorCard extends Anchor {
  IndicatorCard(IndicatorCardModel model, String href) {
    super(href);
    addClassName("card");
    add(new H3(model.name()));
    switch (model.reading()) {
      case Reading.Shown shown -> addFigure(shown, model);
      case Reading.NotShown none -> addReason(none);
    }
  }

  private void addFigure(Reading.Shown shown, IndicatorCardModel model) {
    Paragraph value = new Paragraph(new Span(shown.amount()), unit(shown.unit()));
    value.addClassName("value");
    add(value, small(shown.of()), small(shown.interval()));
    if (model.trend().hasValues()) {
      add(new TrendChart(model.trend(), model.verdict().orElse(null)).sparkline());
    }
    model.verdict().ifPresent(verdict -> add(new VerdictLine(verdict)));
    model.trend().assurance().ifPresent(target -> add(small(Targets.sentence(target))));
    shown.notes().forEach(note -> add(note(note)));
  }

  private void addReason(Reading.NotShown none) {
    setClassName("hatched", none.hatched());
    Paragraph reason = new Paragraph(none.sentence());
    reason.addClassName("state");
    add(reason);
  }

  private static Span unit(String unit) {
    Span span = new Span(unit.isEmpty() ? "" : text("value.unit", unit));
    span.addClassName("unit");
    return span;
  }

  private static Paragraph small(String words) {
    Paragraph line = new Paragraph(words);
    line.addClassName("n");
    line.setVisible(!words.isEmpty());
    return line;
  }

  private static Paragraph note(String words) {
    Paragraph line = new Paragraph(words);
    line.addClassName("note");
    return line;
  }
}
