package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.login.Role;
import se.helhetssyn.ui.organisation.Publication;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.page.ChoiceSelect;
import se.helhetssyn.ui.page.Filter;
import se.helhetssyn.ui.page.NodePicker;
import se.helhetssyn.ui.page.PageHead;
import se.helhetssyn.ui.page.PublishedPage;
import se.helhetssyn.ui.period.Address;

/** Deliveries and their quality: what came, what is missing, what was found and what to do. */
@Route(QualityChoice.PATH)
@RolesAllowed({"QUALITY", "ADMINISTRATOR"})
@StyleSheet("context://helhetssyn/1/quality.css")
final class DataQualityView extends PublishedPage {
  private final transient CurrentAccount current;
  private final transient QualityThresholds thresholds;
  private final transient IdentitySearch identities;

  DataQualityView(
      PublishedStore store,
      CurrentAccount current,
      QualityThresholds thresholds,
      IdentitySearch identities) {
    super(store, current);
    this.current = current;
    this.thresholds = thresholds;
    this.identities = identities;
  }

  @Override
  protected void open(Publication.Served served, BeforeEnterEvent event) {
    Map<String, List<String>> query = event.getLocation().getQueryParameters().getParameters();
    Optional<String> wanted =
        event.getLocation().getQueryParameters().getSingleParameter(QualityChoice.NODE);
    Optional<OrgNode> node =
        wanted.isPresent()
            ? served.organisation().find(wanted.get())
            : served.organisation().root();
    if (node.isEmpty() && wanted.isPresent()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    node.ifPresentOrElse(
        found -> show(served, found, query),
        () -> say(text("empty.title"), text("empty.no-figures"), text("empty.next")));
  }

  private void show(Publication.Served served, OrgNode node, Map<String, List<String>> query) {
    removeAll();
    entitle(text("quality.title"));
    List<MovedThreshold> history = thresholds.history();
    QualityFacts facts = QualityFacts.load(served.mart(), served.organisation(), history);
    QualityChoice choice = QualityChoice.of(facts, node, query);
    DataQualityViewModel model = DataQualityViewModel.of(facts, choice, history);
    add(
        new PageHead(text("quality.title"), served.mart().generation(), node.name()),
        filters(served, choice),
        written(choice));
    choice.refused().forEach(words -> add(notice(words)));
    add(
        DataQualitySections.contents(choice),
        DataQualitySections.deliveries(model.deliveries(), facts),
        DataQualitySections.gaps(model.gaps(), facts),
        DataQualitySections.matrix(model.matrix(), facts),
        DataQualitySections.findings(model.findings(), choice, mayMove()),
        DataQualitySections.suppliers(model.suppliers()),
        thresholdSection(model.thresholds(), choice, () -> show(served, node, query)),
        DataQualitySections.delays(model.delays()),
        DataQualitySections.changes(model.changes()));
  }

  private boolean mayMove() {
    return current.require().role() == Role.QUALITY;
  }

  private static Div filters(Publication.Served served, QualityChoice choice) {
    Address address = choice.address();
    Div filters =
        new Div(new NodePicker(served.organisation(), choice.node(), address, QualityChoice.NODE));
    choice.filters().stream()
        .filter(Filter::isOffered)
        .forEach(filter ->
            filters.add(
                new ChoiceSelect(
                    filter,
                    option ->
                        address.with(
                            filter.parameter(), option.code().isEmpty() ? null : option.code()))));
    filters.add(new Anchor(QualityChoice.PATH, text("quality.filter.clear")));
    filters.addClassName("filters");
    return filters;
  }

  /** Controls do not print, so on paper the choice stands in words. */
  private static Paragraph written(QualityChoice choice) {
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

  private SectionPanel thresholdSection(
      ThresholdsModel model, QualityChoice choice, Runnable again) {
    SectionPanel section =
        new SectionPanel(
            Sections.THRESHOLDS, text("quality.thresholds"), text("quality.thresholds.lead"));
    if (mayMove()) {
      section.add(
          new ThresholdForm(
              model, choice.table().options(), identities, draft -> keep(draft, again)));
    }
    section.table(model.history(), text("quality.thresholds.none"));
    return section;
  }

  /** Shows the page anew, judged by the moved threshold. */
  private void keep(ThresholdDraft draft, Runnable again) {
    thresholds.move(draft.by(current.require().user(), Instant.now()));
    again.run();
    Paragraph done = notice(text("quality.threshold.moved"));
    addComponentAtIndex(1, done);
  }
}
