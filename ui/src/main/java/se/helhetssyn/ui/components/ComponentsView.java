package se.helhetssyn.ui.components;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import se.helhetssyn.ui.chart.Chart;
import se.helhetssyn.ui.chart.ChartWords;
import se.helhetssyn.ui.chart.StaticSvg;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.login.NewPasswordView;
import se.helhetssyn.ui.overview.IndicatorCard;
import se.helhetssyn.ui.overview.IndicatorCardModel;
import se.helhetssyn.ui.page.PageTitle;

/**
 * Every card, chart and control in every state, with invented figures. It is not in the navigation.
 */
@Route("komponenter")
@RolesAllowed({"QUALITY", "ADMINISTRATOR"})
@StyleSheet("context://helhetssyn/1/components.css")
final class ComponentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  /** Width of the static drawings, which the style sheet gives the live ones too. */
  private static final int WIDTH = 480;

  private final transient CurrentAccount current;

  ComponentsView(CurrentAccount current) {
    this.current = current;
    addClassNames("page", "components");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (current.require().mustChangePassword()) {
      event.forwardTo(NewPasswordView.PATH);
      return;
    }
    removeAll();
    add(new PageTitle(text("components.title")), new Paragraph(text("components.lead")));
    add(cards());
    ChartExamples.all().forEach((heading, examples) -> add(charts(heading, examples)));
    add(new BasicExamples());
  }

  private static Section cards() {
    Div grid = new Div();
    grid.addClassName("grid");
    List<IndicatorCardModel> cards = CardExamples.all();
    cards.forEach(card -> grid.add(new IndicatorCard(card, "komponenter")));
    Section section = new Section(new H2(text("components.cards")), grid);
    section.addClassName("groups");
    return section;
  }

  private static Section charts(String heading, List<ChartExample> examples) {
    Section section = new Section(new H2(heading));
    examples.forEach(example -> section.add(new H3(example.state()), pair(example)));
    return section;
  }

  private static Div pair(ChartExample example) {
    Chart live =
        new Chart(new ChartWords(text("chart.table"), text("chart.picture")), example.chart());
    Paragraph chosen = new Paragraph();
    chosen.addClassName("n");
    chosen.getElement().setAttribute("role", "status");
    live.addPointListener(event ->
        chosen.setText(
            text(
                "components.chosen",
                Integer.toString(event.series() + 1),
                Integer.toString(event.point() + 1))));
    Div pair = new Div(new Div(live, chosen), paper(example));
    pair.addClassName("pair");
    return pair;
  }

  private static Component paper(ChartExample example) {
    Div paper = new Div(new Svg(StaticSvg.of(example.chart(), WIDTH)));
    paper.addClassName("paper");
    return paper;
  }

  @Override
  public String getPageTitle() {
    return text("page.title", text("components.title"));
  }
}
