package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import se.helhetssyn.ui.chart.Chart;
import se.helhetssyn.ui.chart.ChartWords;

/** The sections of the page that are only looked at. */
final class DataQualitySections {
  private DataQualitySections() {}

  /** Links to every section. */
  static Nav contents(QualityChoice choice) {
    UnorderedList list = new UnorderedList();
    String page = choice.address().href();
    List.of(
            Map.entry(Sections.DELIVERIES, "quality.deliveries"),
            Map.entry(Sections.GAPS, "quality.gaps"),
            Map.entry(Sections.MATRIX, "quality.matrix"),
            Map.entry(Sections.FINDINGS, "quality.findings"),
            Map.entry(Sections.SUPPLIERS, "quality.suppliers"),
            Map.entry(Sections.THRESHOLDS, "quality.thresholds"),
            Map.entry(Sections.DELAYS, "quality.delays"),
            Map.entry(Sections.CHANGES, "quality.changes"))
        .forEach(entry ->
            list.add(
                new ListItem(new Anchor(page + "#" + entry.getKey(), text(entry.getValue())))));
    Nav contents = new Nav(list);
    contents.addClassName("contents");
    contents.setAriaLabel(text("quality.contents"));
    return contents;
  }

  static SectionPanel deliveries(DeliveriesModel model, QualityFacts facts) {
    SectionPanel section =
        new SectionPanel(
            Sections.DELIVERIES, text("quality.deliveries"), text("quality.deliveries.lead"));
    model.latest().ifPresent(words -> section.add(new Paragraph(words)));
    section.table(
        model.table(),
        text(facts.loads().isEmpty() ? "quality.untold" : "quality.deliveries.none"));
    return section;
  }

  static SectionPanel gaps(GapsModel model, QualityFacts facts) {
    SectionPanel section =
        new SectionPanel(Sections.GAPS, text("quality.gaps"), text("quality.gaps.lead"));
    if (model.units() > 0) {
      section.add(new Paragraph(model.sentence()));
    }
    section.table(
        model.table(), text(facts.loads().isEmpty() ? "quality.untold" : "quality.gaps.none"));
    return section;
  }

  static SectionPanel matrix(KahnModel model, QualityFacts facts) {
    SectionPanel section =
        new SectionPanel(Sections.MATRIX, text("quality.matrix"), text("quality.matrix.lead"));
    if (facts.checks().isEmpty()) {
      section.add(new Paragraph(text("quality.matrix.untold")));
    } else {
      section.add(new Paragraph(model.sentence()), new LinkedTableView(model.table()));
    }
    return section;
  }

  static SectionPanel findings(FindingsModel model, QualityChoice choice, boolean mayMove) {
    SectionPanel section =
        new SectionPanel(
            Sections.FINDINGS, text("quality.findings"), text("quality.findings.lead"));
    model
        .restricted()
        .ifPresent(words ->
            section.add(
                new Paragraph(
                    new Span(words + " "),
                    new Anchor(
                        choice.address().href() + "#" + Sections.FINDINGS,
                        text("quality.findings.all")))));
    if (model.rules().isEmpty()) {
      section.add(new Paragraph(text("quality.nothing")));
    }
    model.rules().forEach(rule -> section.add(new RuleArticle(rule, mayMove)));
    if (model.restricted().isEmpty() && model.silent() > 0) {
      section.add(SectionPanel.small(model.silence()));
    }
    return section;
  }

  static SectionPanel suppliers(List<SupplierNote> notes) {
    SectionPanel section =
        new SectionPanel(
            Sections.SUPPLIERS, text("quality.suppliers"), text("quality.suppliers.lead"));
    if (notes.isEmpty()) {
      section.add(new Paragraph(text("quality.nothing")));
    }
    notes.forEach(note -> section.add(new SupplierBlock(note)));
    return section;
  }

  static SectionPanel delays(DelaysModel model) {
    SectionPanel section =
        new SectionPanel(Sections.DELAYS, text("quality.delays"), text("quality.delays.lead"));
    if (model.isEmpty()) {
      section.add(new Paragraph(text("quality.delays.untold")));
      return section;
    }
    Div curves = new Div();
    curves.addClassName("curves");
    model.curves().forEach(curve -> curves.add(curve(curve)));
    section.add(curves);
    section.table(model.indicators(), text("quality.preliminary.untold"));
    return section;
  }

  private static Div curve(DelayModel model) {
    Div curve =
        new Div(
            new Chart(new ChartWords(text("chart.table"), text("chart.picture")), model.chart()));
    model.consequence().ifPresent(words -> curve.add(new Paragraph(words)));
    return curve;
  }

  static SectionPanel changes(ChangesModel model) {
    SectionPanel section =
        new SectionPanel(Sections.CHANGES, text("quality.changes"), text("quality.changes.lead"));
    section.add(new H3(text("quality.comparisons")));
    section.table(model.comparisons(), text("quality.comparisons.none"));
    section.add(new H3(text("quality.revisions")));
    section.table(model.revisions(), text("quality.revisions.none"));
    return section;
  }
}
