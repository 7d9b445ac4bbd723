package se.helhetssyn.ui.catalogue;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.LocalSettings;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.chart.TableView;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.organisation.Publication;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.page.PageHead;
import se.helhetssyn.ui.page.PublishedPage;
import se.helhetssyn.ui.period.Address;

/** What one indicator counts, why, how it is to be read, and who answers for it. */
@Route(CatalogueAddress.PATH + "/:id")
@PermitAll
@StyleSheet("context://helhetssyn/1/catalogue.css")
final class DefinitionView extends PublishedPage {
  private final transient CurrentAccount current;

  DefinitionView(PublishedStore store, CurrentAccount current) {
    super(store, current);
    this.current = current;
  }

  @Override
  protected void open(Publication.Served served, BeforeEnterEvent event) {
    String id = event.getRouteParameters().get("id").orElse("");
    IndicatorHistory.newest(served.mart()).stream()
        .filter(indicator -> indicator.id().equals(id))
        .findFirst()
        .ifPresentOrElse(
            indicator -> show(served, indicator),
            () -> event.rerouteToError(NotFoundException.class));
  }

  private void show(Publication.Served served, IndicatorInfo indicator) {
    DefinitionModel model =
        DefinitionModel.of(indicator, LocalSettings.of(served.mart(), indicator.id()));
    entitle(model.title());
    add(
        new PageHead(model.title(), served.mart().generation(), text("catalogue.title")),
        links(served, indicator));
    model.note().ifPresent(note -> add(notice(note)));
    model.parts().forEach(section -> add(panel(section)));
    add(table(text("definition.settings"), model.settings(), text("definition.settings.none")));
    add(table(text("definition.series"), model.series(), text("state.missing")));
    add(written(model.written()));
  }

  private Div links(Publication.Served served, IndicatorInfo indicator) {
    Div links = new Div(new Anchor(CatalogueAddress.PATH, text("definition.back")));
    startNode(served)
        .map(node -> new Address("enhet/" + node.id(), Map.of()))
        .map(page -> PageHead.indicatorPlace(page, indicator))
        .ifPresent(place -> links.add(new Anchor(place, text("definition.figures"))));
    Address compare = new Address("jamfor", Map.of("indikator", indicator.id()));
    links.add(new Anchor(compare.href(), text("definition.compare")));
    links.addClassNames("filters", "links");
    return links;
  }

  private Optional<OrgNode> startNode(Publication.Served served) {
    String unit = current.require().unitId();
    return unit == null ? served.organisation().root() : served.organisation().find(unit);
  }

  private static Paragraph notice(String words) {
    Paragraph notice = new Paragraph(words);
    notice.addClassName("notice");
    return notice;
  }

  private static Section panel(DefinitionModel.Part part) {
    DescriptionList list = new DescriptionList();
    part.facts()
        .forEach(fact -> {
          list.add(new DescriptionList.Term(fact.term()));
          fact.sentences().forEach(words -> list.add(new DescriptionList.Description(words)));
        });
    return panel(part.heading(), list);
  }

  private static Section table(String heading, DataTable table, String nothing) {
    return panel(heading, table.rows().isEmpty() ? new Paragraph(nothing) : new TableView(table));
  }

  private static Section panel(String heading, Component content) {
    Section panel = new Section(new H2(heading), content);
    panel.addClassNames("panel", "definition");
    return panel;
  }

  /** The definition as it was written, for whoever wants every condition. */
  private static NativeDetails written(String text) {
    Pre whole = new Pre(text);
    NativeDetails details = new NativeDetails(text("definition.text"), whole);
    details.addClassNames("panel", "definition");
    return details;
  }
}
