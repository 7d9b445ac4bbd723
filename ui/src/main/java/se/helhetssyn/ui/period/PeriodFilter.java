package se.helhetssyn.ui.period;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.select.Select;
import java.util.EnumMap;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.ui.wording.SwedishDates;

/** Chooses the kind of period and the period; every choice is an address. */
public final class PeriodFilter extends Div {
  /** Shows the choice; the address is that of the page it stands on. */
  public PeriodFilter(PeriodChoice choice, Address address) {
    addClassName("period-filter");
    add(kinds(choice, address), periods(choice, address));
  }

  private static Nav kinds(PeriodChoice choice, Address address) {
    Nav kinds = new Nav();
    kinds.addClassName("segments");
    kinds.setAriaLabel(text("period.kind"));
    new EnumMap<>(choice.kinds())
        .forEach((kind, period) -> kinds.add(kindLink(choice, address, kind, period)));
    return kinds;
  }

  private static Anchor kindLink(
      PeriodChoice choice, Address address, PeriodKind kind, Period period) {
    Anchor link = new Anchor(address.with(period).href(), name(kind));
    if (kind == choice.period().kind()) {
      link.getElement().setAttribute("aria-current", "true");
    }
    return link;
  }

  private static Select<Period> periods(PeriodChoice choice, Address address) {
    Select<Period> select = new Select<>();
    select.setAriaLabel(text("period.label"));
    select.setItemLabelGenerator(SwedishDates::period);
    select.setItems(choice.available().reversed());
    select.setValue(choice.period());
    select.addValueChangeListener(change ->
        select
            .getUI()
            .ifPresent(ui -> {
              Address next = address.with(change.getValue());
              ui.navigate(next.path(), next.parameters());
            }));
    return select;
  }

  private static String name(PeriodKind kind) {
    return switch (kind) {
      case MONTH -> text("period.month");
      case QUARTER -> text("period.quarter");
      case YEAR -> text("period.year");
      case ROLLING_12M -> text("period.rolling");
    };
  }
}
