package se.helhetssyn.ui.catalogue;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.organisation.Publication;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.page.PageHead;
import se.helhetssyn.ui.page.PublishedPage;
import se.helhetssyn.ui.period.Address;

/** Every indicator by heading, to be searched among and opened. */
@Route(CatalogueAddress.PATH)
@PermitAll
@StyleSheet("context://helhetssyn/1/catalogue.css")
final class CatalogueView extends PublishedPage {
  private final Paragraph found = new Paragraph();
  private final Div groups = new Div();

  CatalogueView(PublishedStore store, CurrentAccount current) {
    super(store, current);
    found.addClassName("found");
    found.getElement().setAttribute("role", "status");
  }

  @Override
  protected void open(Publication.Served served, BeforeEnterEvent event) {
    List<IndicatorInfo> indicators = IndicatorHistory.newest(served.mart());
    if (indicators.isEmpty()) {
      say(text("empty.title"), text("catalogue.empty"), text("empty.next"));
      return;
    }
    entitle(text("catalogue.title"));
    String search =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(CatalogueAddress.SEARCH)
            .orElse("");
    Paragraph lead = new Paragraph(text("catalogue.lead"));
    lead.addClassName("catalogue-lead");
    add(
        new PageHead(
            text("catalogue.title"), served.mart().generation(), text("catalogue.everything")),
        lead,
        search(indicators, search),
        groups);
    show(indicators, search);
  }

  private Div search(List<IndicatorInfo> indicators, String search) {
    TextField field = new TextField();
    field.setAriaLabel(text("catalogue.search"));
    field.setPlaceholder(text("catalogue.search.hint"));
    field.setClearButtonVisible(true);
    field.setValue(search);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.addValueChangeListener(change -> {
      show(indicators, change.getValue());
      remember(change.getValue().strip());
    });
    Div row = new Div(field, found);
    row.addClassName("filters");
    return row;
  }

  /** Keeps what is searched for in the address, so that the way back leads to the same list. */
  private void remember(String search) {
    Address address =
        new Address(CatalogueAddress.PATH, Map.of())
            .with(CatalogueAddress.SEARCH, search.isEmpty() ? null : search);
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(null, new Location(address.path(), address.parameters())));
  }

  private void show(List<IndicatorInfo> indicators, String search) {
    CatalogueViewModel model = CatalogueViewModel.of(indicators, search);
    found.setText(model.found());
    groups.removeAll();
    model.groups().forEach((heading, some) -> groups.add(group(heading, some)));
  }

  private static Section group(String heading, List<IndicatorInfo> indicators) {
    UnorderedList list = new UnorderedList();
    indicators.forEach(indicator -> list.add(entry(indicator)));
    Section group = new Section(new H2(heading), list);
    group.addClassNames("panel", "catalogue");
    return group;
  }

  private static ListItem entry(IndicatorInfo indicator) {
    Span id = new Span(indicator.id());
    id.addClassName("code");
    Anchor link = new Anchor(CatalogueAddress.of(indicator.id()), "");
    link.add(id, new Span(" " + indicator.name()));
    ListItem entry = new ListItem(link);
    if (indicator.core()) {
      Span core = new Span(text("catalogue.core"));
      core.addClassName("core");
      entry.add(core);
    }
    Paragraph purpose = new Paragraph(indicator.purpose());
    purpose.addClassName("note");
    entry.add(purpose);
    return entry;
  }
}
