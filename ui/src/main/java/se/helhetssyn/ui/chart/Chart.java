package se.helhetssyn.ui.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;

/**
 * A chart over a category axis, drawn by Chart.js, with a sentence and a table that say the same.
 *
 * <p>Colours are read from the style sheet's custom properties each time it is drawn.
 */
@Tag("figure")
@JavaScript("context://webjars/chart.js/4.5.1/dist/chart.umd.min.js")
@JavaScript("context://helhetssyn/1/chart.js")
@StyleSheet("context://helhetssyn/1/chart.css")
public final class Chart extends HtmlContainer {
  private final HtmlContainer title = new HtmlContainer("figcaption");
  private final Div picture = new Div();
  private final Paragraph legend = new Paragraph();
  private final Paragraph summary = new Paragraph();
  private final NativeButton toggle = new NativeButton();
  private final ChartWords words;
  private ChartConfig config;
  private TableView table;

  /** A chart that shows the configuration. */
  public Chart(ChartWords words, ChartConfig config) {
    this.words = words;
    this.config = config;
    this.table = new TableView(config.table());
    addClassName("chart");
    picture.addClassName("chart-picture");
    picture.getElement().setAttribute("role", "application").setAttribute("tabindex", "0");
    legend.addClassName("chart-legend");
    summary.addClassName("chart-summary");
    toggle.addClassNames("quiet", "chart-toggle");
    toggle.addClickListener(click -> showTable(!table.isVisible()));
    add(title, picture, legend, summary, toggle, table);
    update();
    showTable(false);
  }

  /** Shows another configuration in place of the present one. */
  public void show(ChartConfig next) {
    TableView present = table;
    config = next;
    table = new TableView(next.table());
    table.setVisible(present.isVisible());
    replace(present, table);
    update();
  }

  /** What is shown now. */
  public ChartConfig config() {
    return config;
  }

  /** Tells when somebody chooses a point. */
  public Registration addPointListener(ComponentEventListener<ChartPointEvent> listener) {
    return addListener(ChartPointEvent.class, listener);
  }

  private void showTable(boolean visible) {
    table.setVisible(visible);
    toggle.setText(visible ? words.showChart() : words.showTable());
    toggle.getElement().setAttribute("aria-expanded", Boolean.toString(visible));
    setClassName("as-table", visible);
  }

  private void update() {
    title.setText(config.title());
    ChartBand band = config instanceof LineChart line ? line.band() : null;
    legend.setText(band == null ? "" : band.name());
    legend.setVisible(band != null);
    summary.setText(config.summary());
    picture.getElement().setAttribute("aria-label", config.summary());
    setClassName("without-values", !config.hasValues());
    if (isAttached()) {
      draw();
    }
  }

  /** The browser's element is a new one at each attach, so the drawing is too. */
  @Override
  protected void onAttach(AttachEvent event) {
    draw();
  }

  private void draw() {
    if (config instanceof LineChart line) {
      getElement().executeJs("window.helhetssynChart.draw(this, $0)", line);
    }
  }
}
