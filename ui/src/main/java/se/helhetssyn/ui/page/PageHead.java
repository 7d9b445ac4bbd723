package se.helhetssyn.ui.page;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import se.helhetssyn.analytics.mart.Generation;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.period.Address;
import se.helhetssyn.ui.wording.SwedishDates;

/** Where, what, when and how fresh: the head of every page of figures. */
public final class PageHead extends Header {
  /** The address parameter that names an indicator beyond the core. */
  public static final String INDICATOR = "matt";

  /** Shows the head of a page about the context. */
  public PageHead(String title, PageContext context) {
    this(
        new Div(path(context), new PageTitle(title)),
        context.mart().generation(),
        text(
            "page.printed", context.node().name(), SwedishDates.period(context.choice().period())));
    if (context.mart().generation().isCulled(context.choice().period())) {
      add(culled());
    }
  }

  /** The rows under the figures are taken away: they stand as they were last computed. */
  private static Paragraph culled() {
    Paragraph culled = new Paragraph(text("page.culled"));
    culled.addClassNames("notice", "culled");
    return culled;
  }

  /**
   * Shows the head of a page that is about no period.
   *
   * @param where what it is about, for paper
   */
  public PageHead(String title, Generation generation, String where) {
    this(new Div(new PageTitle(title)), generation, text("page.printed", where, title));
  }

  private PageHead(Div words, Generation generation, String onPaper) {
    add(words, fresh(generation), printed(onPaper));
  }

  /** The address of a node's page that shows the same period. */
  public static Address unitPage(OrgNode node, PageContext context) {
    return new Address("enhet/" + node.id(), java.util.Map.of()).with(context.choice().period());
  }

  /** Where an indicator stands on that page; one beyond the core is opened there. */
  public static String indicatorPlace(OrgNode node, PageContext context, IndicatorInfo indicator) {
    return indicatorPlace(unitPage(node, context), indicator);
  }

  /** The same on the page of an address. */
  public static String indicatorPlace(Address unitPage, IndicatorInfo indicator) {
    Address page = indicator.core() ? unitPage : unitPage.with(INDICATOR, indicator.id());
    return page.href() + "#" + indicator.id();
  }

  private static Nav path(PageContext context) {
    OrderedList steps = new OrderedList();
    if (context.account().seesEverything()) {
      context
          .organisation()
          .above(context.node())
          .forEach(node ->
              steps.add(new ListItem(new Anchor(unitPage(node, context).href(), node.name()))));
    }
    ListItem here = new ListItem(context.node().name());
    here.getElement().setAttribute("aria-current", "page");
    steps.add(here);
    Nav path = new Nav(steps);
    path.addClassName("where");
    path.setAriaLabel(text("page.where"));
    return path;
  }

  private static Paragraph fresh(Generation generation) {
    Span day = new Span(SwedishDates.day(generation.deliveredTo()));
    day.addClassName("strong");
    Paragraph fresh = new Paragraph(new Span(text("page.fresh")), day);
    fresh.addClassName("fresh");
    return fresh;
  }

  /** What stands on paper in place of the filters; the browser fills in the day. */
  private static Paragraph printed(String what) {
    Span day = new Span();
    day.addClassName("today");
    Paragraph printed = new Paragraph(new Span(what), day);
    printed.addClassName("printed");
    return printed;
  }
}
