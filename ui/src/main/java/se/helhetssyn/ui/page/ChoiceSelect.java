package se.helhetssyn.ui.page;

import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.function.Function;
import se.helhetssyn.ui.period.Address;

/** Chooses an option of a filter, under the headings of its groups; the choice is an address. */
public final class ChoiceSelect extends Select<Filter.Option> {
  /** Shows the filter's choice; the function tells the address of another option. */
  public ChoiceSelect(Filter filter, Function<Filter.Option, Address> address) {
    addClassName("choice");
    setAriaLabel(filter.label());
    setItems(filter.options());
    setItemLabelGenerator(Filter.Option::name);
    filter.options().stream()
        .collect(toMap(Filter.Option::group, option -> option, (first, next) -> first))
        .forEach(this::head);
    setValue(filter.chosen());
    addValueChangeListener(change -> {
      Address next = address.apply(change.getValue());
      getUI().ifPresent(ui -> ui.navigate(next.path(), next.parameters()));
    });
  }

  /** Puts a heading over the first option of a group. */
  private void head(String group, Filter.Option first) {
    if (!group.isEmpty()) {
      Span heading = new Span(group);
      heading.addClassName("choice-group");
      prependComponents(first, heading);
    }
  }
}
