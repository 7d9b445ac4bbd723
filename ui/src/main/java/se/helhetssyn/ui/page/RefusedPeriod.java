package se.helhetssyn.ui.page;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Paragraph;
import se.helhetssyn.ui.period.PeriodChoice;
import se.helhetssyn.ui.wording.SwedishDates;

/** Says that the address named no published period, and which one is shown instead. */
public final class RefusedPeriod extends Paragraph {
  /** The note about a choice; hidden where nothing was refused. */
  public RefusedPeriod(PeriodChoice choice) {
    super(text("period.refused", SwedishDates.period(choice.period())));
    addClassName("notice");
    getElement().setAttribute("role", "status");
    setVisible(choice.refused());
  }
}
