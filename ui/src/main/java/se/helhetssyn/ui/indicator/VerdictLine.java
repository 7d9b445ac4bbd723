package se.helhetssyn.ui.indicator;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A verdict as a symbol and words, in the colour of its tone. */
public final class VerdictLine extends Paragraph {
  /** Shows the verdict. */
  public VerdictLine(Verdict verdict) {
    Span symbol = new Span(verdict.tone().symbol());
    symbol.getElement().setAttribute("aria-hidden", "true");
    addClassNames("verdict", verdict.tone().name().toLowerCase(Locale.ROOT));
    add(symbol, new Span(text(verdict.key())));
  }
}
