package se.helhetssyn.ui.page;

import com.vaadin.flow.component.select.Select;
import java.util.function.Function;
import se.helhetssyn.ui.period.Address;

/** Chooses an option of a filter; the choice is an address. */
public final class ChoiceSelect extends Select<Filter.Option> {
  /** Shows the filter's choice; the function tells the address of another option. */
  public ChoiceSelect(Filter filter, Function<Filter.Option, Address> address) {
    addClassName("choice");
    setAriaLabel(filter.label());
    setItems(filter.options());
    setItemLabelGenerator(Filter.Option::name);
    setValue(filter.chosen());
    addValueChangeListener(change -> {
      Address next = address.apply(change.getValue());
      getUI().ifPresent(ui -> ui.navigate(next.path(), next.parameters()));
    });
  }
}
