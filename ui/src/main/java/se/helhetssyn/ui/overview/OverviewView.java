package se.helhetssyn.ui.overview;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.page.FigurePage;
import se.helhetssyn.ui.page.NodePicker;
import se.helhetssyn.ui.page.PageContext;
import se.helhetssyn.ui.page.PageHead;
import se.helhetssyn.ui.page.RefusedPeriod;
import se.helhetssyn.ui.page.UnmappedRows;
import se.helhetssyn.ui.period.Address;
import se.helhetssyn.ui.period.PeriodFilter;
import se.helhetssyn.ui.wording.SwedishDates;

/** The first page: every indicator of the core as a card. */
@Route("")
@PermitAll
final class OverviewView extends FigurePage {
  private static final String NODE = "org";

  OverviewView(PublishedStore store, CurrentAccount current) {
    super(store, current);
  }

  @Override
  protected Optional<String> wantedNode(BeforeEnterEvent event) {
    return event.getLocation().getQueryParameters().getSingleParameter(NODE);
  }

  @Override
  protected String title(PageContext context) {
    return text("overview.title", SwedishDates.period(context.choice().period()));
  }

  @Override
  protected void show(PageContext context) {
    add(
        new PageHead(title(context), context),
        filters(context),
        new RefusedPeriod(context.choice()),
        new UnmappedRows(context));
    Div groups = new Div();
    groups.addClassName("groups");
    OverviewViewModel.of(context.mart(), context.node(), context.choice().period())
        .groups()
        .forEach((heading, cards) -> groups.add(group(heading, cards, context)));
    add(groups);
  }

  private static Div filters(PageContext context) {
    Address address =
        new Address("", Map.of(NODE, context.node().id())).with(context.choice().period());
    Div filters =
        new Div(
            new NodePicker(context, address, NODE), new PeriodFilter(context.choice(), address));
    filters.addClassName("filters");
    return filters;
  }

  private static Section group(
      String heading, List<IndicatorCardModel> cards, PageContext context) {
    String unitPage = PageHead.unitPage(context.node(), context).href();
    Div grid = new Div();
    grid.addClassName("grid");
    cards.forEach(card -> grid.add(new IndicatorCard(card, unitPage + "#" + card.anchor())));
    Section group = new Section(new H2(heading), grid);
    group.getStyle().set("--cards", Integer.toString(cards.size()));
    return group;
  }
}
