package se.helhetssyn.ui.components;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.chart.TableView;

/** Controls, notices, tables and what stands in the place of a page or a chart. */
final class BasicExamples extends Section {
  BasicExamples() {
    add(
        new H2(text("components.basics")),
        new H3(text("components.loading")),
        classed(new Div(classed(new Div(), "chart-picture")), "chart", "waiting"),
        new H3(text("components.nothing")),
        panel("empty.title", "empty.what", "empty.next"),
        new H3(text("components.failure")),
        panel("error.failure.title", "error.failure.text", "error.home"),
        new H3(text("components.notices")),
        classed(new Paragraph(text("components.notice")), "notice"),
        classed(new Paragraph(text("components.notice.concern")), "notice", "concern"),
        new H3(text("components.buttons")),
        buttons(),
        new H3(text("components.table")),
        new TableView(table()));
  }

  private static <T extends Component & HasStyle> T classed(T component, String... names) {
    component.addClassNames(names);
    return component;
  }

  private static Component panel(String heading, String what, String next) {
    Paragraph title = new Paragraph(text(heading));
    title.addClassName("strong");
    return classed(new Div(title, new Paragraph(text(what)), new Paragraph(text(next))), "panel");
  }

  private static Component buttons() {
    Anchor chosen = new Anchor("komponenter", text("period.quarter"));
    chosen.getElement().setAttribute("aria-current", "true");
    Component segments =
        classed(
            new Div(
                new Anchor("komponenter", text("period.month")),
                chosen,
                new Anchor("komponenter", text("period.year"))),
            "segments");
    return classed(
        new Div(
            classed(new NativeButton(text("components.button.primary")), "primary"),
            classed(new NativeButton(text("components.button.quiet")), "quiet"),
            segments),
        "filters");
  }

  private static DataTable table() {
    List<String> months = Sample.FULL.months().subList(0, 4);
    return Sample.table(text("components.table"), months, List.of(Sample.GAPS.points(4, 70, 0)));
  }
}
