package se.helhetssyn.ui.unit;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.page.FigurePage;
import se.helhetssyn.ui.page.PageContext;
import se.helhetssyn.ui.page.PageHead;
import se.helhetssyn.ui.page.RefusedPeriod;
import se.helhetssyn.ui.page.UnmappedRows;
import se.helhetssyn.ui.period.Address;
import se.helhetssyn.ui.period.PeriodFilter;
import se.helhetssyn.ui.quality.RevisionNote;
import se.helhetssyn.ui.wording.SwedishDates;

/** The indicators over time for one organisation node, the core first, and the nodes below it. */
@Route("enhet/:id")
@PermitAll
final class UnitView extends FigurePage {
  UnitView(PublishedStore store, CurrentAccount current) {
    super(store, current);
  }

  @Override
  protected Optional<String> wantedNode(BeforeEnterEvent event) {
    return event.getRouteParameters().get("id");
  }

  @Override
  protected String title(PageContext context) {
    return text(
        "unit.title", context.node().name(), SwedishDates.period(context.choice().period()));
  }

  @Override
  protected void show(PageContext context) {
    Optional<String> asked = context.asked(PageHead.INDICATOR);
    Address address =
        PageHead.unitPage(context.node(), context).with(PageHead.INDICATOR, asked.orElse(null));
    Div filters = new Div(new PeriodFilter(context.choice(), address));
    filters.addClassName("filters");
    add(
        new PageHead(title(context), context),
        filters,
        new RefusedPeriod(context.choice()),
        new UnmappedRows(context));
    below(context).ifPresent(this::add);
    Map<FigureKey, RevisionNote> revised =
        RevisionNote.of(context.mart(), context.node().id(), context.choice().period());
    UnitViewModel model =
        UnitViewModel.of(context.mart(), context.node(), context.choice().period());
    model
        .sections()
        .forEach(section ->
            add(new IndicatorSection(new H2(), section, revised, p -> go(address.with(p)))));
    if (!model.more().isEmpty()) {
      add(
          new MoreIndicators(
              model.more(),
              asked,
              indicators ->
                  UnitViewModel.sections(
                      context.mart(), context.node(), context.choice().period(), indicators),
              section -> further(section, revised, address)));
    }
  }

  /** What is opened stays open when a point of its chart is chosen. */
  private IndicatorSection further(
      IndicatorSectionModel section, Map<FigureKey, RevisionNote> revised, Address address) {
    Address open = address.with(PageHead.INDICATOR, section.indicator().id());
    return new IndicatorSection(new H4(), section, revised, p -> go(open.with(p)));
  }

  private void go(Address address) {
    getUI().ifPresent(ui -> ui.navigate(address.path(), address.parameters()));
  }

  /**
   * The nodes right below in the order of their names, so that no ranking can be read out of it.
   */
  private static Optional<Component> below(PageContext context) {
    List<OrgNode> children = context.organisation().children(context.node());
    if (children.isEmpty()) {
      return Optional.empty();
    }
    UnorderedList list = new UnorderedList();
    children.forEach(child ->
        list.add(new ListItem(new Anchor(PageHead.unitPage(child, context).href(), child.name()))));
    Section section = new Section(new H2(text("unit.below")), list);
    section.addClassName("below");
    return Optional.of(section);
  }
}
