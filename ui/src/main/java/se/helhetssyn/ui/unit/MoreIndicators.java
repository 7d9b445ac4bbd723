package se.helhetssyn.ui.unit;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.ui.catalogue.CatalogueAddress;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** The indicators beyond the core, folded together by heading and drawn when they are opened. */
final class MoreIndicators extends Section {
  private final transient Function<List<IndicatorInfo>, List<IndicatorSectionModel>> read;
  private final transient Function<IndicatorSectionModel, IndicatorSection> draw;

  /**
   * Shows the headings.
   *
   * @param asked id of an indicator whose heading is open from the beginning
   * @param read reads the figures of indicators
   * @param draw draws one of them
   */
  MoreIndicators(
      Map<String, List<IndicatorInfo>> more,
      Optional<String> asked,
      Function<List<IndicatorInfo>, List<IndicatorSectionModel>> read,
      Function<IndicatorSectionModel, IndicatorSection> draw) {
    this.read = read;
    this.draw = draw;
    addClassName("more");
    Paragraph lead = new Paragraph(text("unit.more.lead"));
    lead.addClassName("note");
    add(new H2(text("unit.more")), lead);
    more.forEach((heading, indicators) -> add(group(heading, indicators, asked)));
  }

  private NativeDetails group(
      String heading, List<IndicatorInfo> indicators, Optional<String> asked) {
    Div drawn = new Div();
    NativeDetails details = new NativeDetails();
    details.setSummary(new H3(heading), new Span(SwedishNumbers.whole(indicators.size())));
    details.setContent(drawn);
    details.addToggleListener(toggled -> fill(drawn, indicators, details.isOpen()));
    boolean open = indicators.stream().map(IndicatorInfo::id).anyMatch(asked.orElse("")::equals);
    details.setOpen(open);
    fill(drawn, indicators, open);
    return details;
  }

  private void fill(Div drawn, List<IndicatorInfo> indicators, boolean open) {
    if (!open || drawn.getComponentCount() > 0) {
      return;
    }
    List<IndicatorSectionModel> sections = read.apply(indicators);
    sections.stream()
        .filter(IndicatorSectionModel::isMeasured)
        .forEach(section -> drawn.add(draw.apply(section)));
    List<IndicatorInfo> without =
        sections.stream()
            .filter(section -> !section.isMeasured())
            .map(IndicatorSectionModel::indicator)
            .toList();
    if (!without.isEmpty()) {
      drawn.add(without(without));
    }
  }

  /** Names those that have no figure for such a node or for periods of such a length. */
  private static Paragraph without(List<IndicatorInfo> indicators) {
    Paragraph without = new Paragraph(new Span(text("unit.more.without")));
    indicators.forEach(indicator ->
        without.add(
            new Span(" "), new Anchor(CatalogueAddress.of(indicator.id()), indicator.name())));
    without.addClassName("without");
    return without;
  }
}
