package se.helhetssyn.ui.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A figure in large print with what it is of and how sure it is, or why there is none. */
public final class FigureLines extends Div {
  /** Shows the reading. */
  public FigureLines(Reading reading) {
    addClassName("figure");
    switch (reading) {
      case Reading.Shown shown -> show(shown);
      case Reading.NotShown none -> line("state", none.sentence());
    }
  }

  private void show(Reading.Shown shown) {
    setClassName("uncertain", shown.uncertain());
    Span unit = new Span(shown.unit());
    unit.addClassName("unit");
    Paragraph value = new Paragraph(new Span(shown.amount()), unit);
    value.addClassName("value");
    add(value);
    line("n", shown.of());
    line("n", shown.interval());
  }

  private void line(String kind, String words) {
    if (!words.isEmpty()) {
      Paragraph line = new Paragraph(words);
      line.addClassName(kind);
      add(line);
    }
  }
}
