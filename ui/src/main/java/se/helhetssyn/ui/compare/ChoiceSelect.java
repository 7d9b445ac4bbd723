package se.helhetssyn.ui.compare;

import com.vaadin.flow.component.select.Select;
import se.helhetssyn.ui.period.Address;

/** Chooses an option of a filter; the choice is an address. */
final class ChoiceSelect extends Select<Filter.Option> {
  ChoiceSelect(Filter filter, Address address) {
    addClassName("choice");
    setAriaLabel(filter.label());
    setItems(filter.options());
    setItemLabelGenerator(Filter.Option::name);
    setValue(filter.chosen());
    addValueChangeListener(change -> {
      Address next = CompareChoice.with(address, filter, change.getValue());
      getUI().ifPresent(ui -> ui.navigate(next.path(), next.parameters()));
    });
  }
}
