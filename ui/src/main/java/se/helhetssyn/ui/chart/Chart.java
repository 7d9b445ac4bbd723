package se.helhetssyn.ui.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;

/**
 * A chart drawn by Chart.js, with a sentence and a table that say the same. Only what is drawn and
 * said is sent to the browser, never the configuration.
 *
 * <p>Colours are read from the style sheet's custom properties each time it is drawn.
 */
@Tag("figure")
@JavaScript("context://webjars/chart.js/4.5.1/dist/chart.umd.min.js")
@JavaScript("context://helhetssyn/1/chart-drawing.js")
@JavaScript("context://helhetssyn/1/chart.js")
@StyleSheet("context://helhetssyn/1/chart.css")
public final class Chart extends HtmlContainer {
  private final HtmlContainer title = new HtmlContainer("figcaption");
  private final Div picture = new Div();
  private final UnorderedList keys = new UnorderedList();
  private final OrderedList annotations = new OrderedList();
  private final Paragraph summary = new Paragraph();
  private final NativeButton toggle = new NativeButton();
  private final ChartWords words;
  private ChartConfig config;
  private TableView table;

  /** What the browser draws: the plots, and the colours of paper. */
  private record Picture(List<Plot> plots, Map<String, String> paper) {}

  /** A chart that shows the configuration. */
  public Chart(ChartWords words, ChartConfig config) {
    this.words = words;
    this.config = config;
    this.table = table(config);
    addClassName("chart");
    picture.addClassName("chart-picture");
    picture.getElement().setAttribute("role", "application").setAttribute("tabindex", "0");
    keys.addClassName("chart-keys");
    annotations.addClassName("chart-notes");
    summary.addClassName("chart-summary");
    toggle.addClassNames("quiet", "chart-toggle");
    toggle.addClickListener(click -> showTable(!table.isVisible()));
    add(title, picture, keys, annotations, summary, toggle, table);
    update();
    showTable(false);
  }

  /** Shows another configuration in place of the present one. */
  public void show(ChartConfig next) {
    boolean asTable = hasClassName("as-table");
    TableView present = table;
    config = next;
    table = table(next);
    replace(present, table);
    update();
    showTable(asTable);
  }

  private static TableView table(ChartConfig config) {
    return config instanceof HeatTable heat
        ? HeatTableView.of(heat)
        : new TableView(config.table());
  }

  /** What is shown now. */
  public ChartConfig config() {
    return config;
  }

  /** Tells when somebody chooses a point. */
  public Registration addPointListener(ComponentEventListener<ChartPointEvent> listener) {
    return addListener(ChartPointEvent.class, listener);
  }

  /** A heat table is its own table, so there is nothing to go between. */
  private void showTable(boolean visible) {
    boolean always = config instanceof HeatTable;
    table.setVisible(always ? !config.isEmpty() : visible);
    toggle.setVisible(!always);
    toggle.setText(visible ? words.showChart() : words.showTable());
    toggle.getElement().setAttribute("aria-expanded", Boolean.toString(visible));
    setClassName("as-table", visible && !always);
  }

  private void update() {
    title.setText(config.title());
    summary.setText(config.summary());
    picture.getElement().setAttribute("aria-label", config.summary());
    picture.setVisible(drawn());
    int height = Plots.of(config).stream().mapToInt(Plot::height).max().orElse(0);
    picture.getStyle().setMinHeight(height + "px");
    keys.removeAll();
    Plots.keys(config).forEach(key -> keys.add(item(key)));
    keys.setVisible(keys.getComponentCount() > 0);
    annotations.removeAll();
    Plots.annotations(config).forEach(text -> annotations.add(new ListItem(text)));
    annotations.setVisible(annotations.getComponentCount() > 0);
    if (isAttached()) {
      draw();
    }
  }

  private boolean drawn() {
    return !config.isEmpty() && !(config instanceof HeatTable);
  }

  private static ListItem item(Key key) {
    String sign = KeySign.of(key, Ink::screen);
    Svg picture = new Svg("<svg width='22' height='10' aria-hidden='true'>" + sign + "</svg>");
    return new ListItem(picture, new Span(key.text()));
  }

  /** The browser's element is a new one at each attach, so the drawing is too. */
  @Override
  protected void onAttach(AttachEvent event) {
    draw();
  }

  private void draw() {
    if (drawn()) {
      getElement()
          .executeJs(
              "window.helhetssynChart.draw(this, $0)", new Picture(Plots.of(config), Ink.PAPER));
    }
  }
}
