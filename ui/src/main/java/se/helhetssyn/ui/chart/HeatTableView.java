package se.helhetssyn.ui.chart;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A heat table as a real table with shaded cells. */
final class HeatTableView {
  private HeatTableView() {}

  /** The table's own view, its cells shaded. */
  static TableView of(HeatTable table) {
    TableView view = new TableView(table.table());
    view.addClassName("heat");
    HeatShades shades = HeatShades.of(table);
    for (int i = 0; i < table.rows().size(); i++) {
      NativeTableRow row = view.row(i);
      HeatTable.Row values = table.rows().get(i);
      for (int j = 0; j < values.cells().size(); j++) {
        shade((NativeTableCell) row.getComponentAt(j + 1), values.cells().get(j), shades);
      }
    }
    return view;
  }

  private static void shade(NativeTableCell cell, ChartPoint point, HeatShades shades) {
    cell.setClassName("hatched", point.hidden());
    shades.shade(point).ifPresent(ink -> cell.getStyle().setBackgroundColor(ink.screen()));
  }
}
