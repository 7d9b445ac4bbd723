package se.helhetssyn.ui.compare;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.ui.chart.Chart;
import se.helhetssyn.ui.chart.ChartWords;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.page.ChoiceSelect;
import se.helhetssyn.ui.page.FigurePage;
import se.helhetssyn.ui.page.Filter;
import se.helhetssyn.ui.page.NodePicker;
import se.helhetssyn.ui.page.PageContext;
import se.helhetssyn.ui.page.PageHead;
import se.helhetssyn.ui.page.RefusedPeriod;
import se.helhetssyn.ui.period.Address;
import se.helhetssyn.ui.period.PeriodFilter;
import se.helhetssyn.ui.wording.SwedishDates;

/** One indicator for units of one type beside each other. */
@Route(CompareChoice.PATH)
@PermitAll
@StyleSheet("context://helhetssyn/1/compare.css")
final class CompareView extends FigurePage {
  private final transient KeyedOrder order;

  CompareView(PublishedStore store, CurrentAccount current, KeyedOrder order) {
    super(store, current);
    this.order = order;
  }

  @Override
  protected Optional<String> wantedNode(BeforeEnterEvent event) {
    return event.getLocation().getQueryParameters().getSingleParameter(CompareChoice.NODE);
  }

  @Override
  protected String title(PageContext context) {
    return text("compare.page", SwedishDates.period(context.choice().period()));
  }

  @Override
  protected void show(PageContext context) {
    add(new PageHead(title(context), context));
    CompareViewModel.of(context, order)
        .ifPresentOrElse(model -> show(context, model), () -> add(panel(text("empty.no-figures"))));
  }

  private void show(PageContext context, CompareViewModel model) {
    Address address = model.choice().address(context);
    add(filters(context, model.choice(), address), written(model.choice()));
    add(new RefusedPeriod(context.choice()));
    model.notes().forEach(note -> add(notice(note)));
    add(model.rows().isEmpty() ? panel(text("compare.none")) : comparison(model, address));
  }

  private static Div filters(PageContext context, CompareChoice choice, Address address) {
    Div filters = new Div(new NodePicker(context, address, CompareChoice.NODE));
    choice.filters().stream()
        .filter(Filter::isOffered)
        .forEach(filter ->
            filters.add(
                new ChoiceSelect(filter, option -> CompareChoice.with(address, filter, option))));
    filters.add(new PeriodFilter(context.choice(), address));
    filters.addClassName("filters");
    return filters;
  }

  /** Controls do not print, so on paper the choice stands in words. */
  private static Paragraph written(CompareChoice choice) {
    Paragraph written = new Paragraph(choice.words());
    written.addClassName("on-paper");
    return written;
  }

  private static Paragraph notice(String words) {
    Paragraph notice = new Paragraph(words);
    notice.addClassName("notice");
    notice.getElement().setAttribute("role", "status");
    return notice;
  }

  private static Div panel(String words) {
    Div panel = new Div(new Paragraph(words));
    panel.addClassName("panel");
    return panel;
  }

  private Section comparison(CompareViewModel model, Address address) {
    Chart chart =
        new Chart(new ChartWords(text("chart.table"), text("chart.picture")), model.chart());
    chart.addPointListener(event -> open(model.rows(), event.point()));
    Section section = new Section(chart, hint(model));
    model.place().ifPresent(place -> section.add(pages(place, model.choice().page(), address)));
    section.addClassNames("panel", "compare");
    return section;
  }

  private static Paragraph hint(CompareViewModel model) {
    Paragraph hint = new Paragraph(model.hint());
    hint.addClassName("note");
    return hint;
  }

  /** The browser says which row; only those that may be opened lead anywhere. */
  private void open(List<CompareRow> rows, int index) {
    if (index >= 0 && index < rows.size()) {
      rows.get(index)
          .trend()
          .ifPresent(trend -> getUI().ifPresent(ui -> ui.getPage().setLocation(trend)));
    }
  }

  private static Nav pages(String place, Filter page, Address address) {
    int number = page.options().indexOf(page.chosen());
    Nav pages = new Nav();
    pages.addClassName("pages");
    pages.setAriaLabel(text("compare.pages"));
    pages.add(new Span(place));
    step(page, number - 1, text("compare.previous"), address).ifPresent(pages::add);
    step(page, number + 1, text("compare.next"), address).ifPresent(pages::add);
    return pages;
  }

  private static Optional<Anchor> step(Filter page, int index, String words, Address address) {
    return index < 0 || index >= page.options().size()
        ? Optional.empty()
        : Optional.of(
            new Anchor(CompareChoice.with(address, page, page.options().get(index)).href(), words));
  }
}
