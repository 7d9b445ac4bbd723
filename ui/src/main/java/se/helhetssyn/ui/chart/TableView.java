package se.helhetssyn.ui.chart;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A {@link DataTable} as a real table within a box of its own that may scroll sideways. */
public final class TableView extends Div {
  private final NativeTable table = new NativeTable();

  /** Shows the table. */
  public TableView(DataTable data) {
    addClassName("chart-table");
    getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
    getElement().setAttribute("aria-label", data.caption());
    table.setCaptionText(data.caption());
    NativeTableRow heading = table.getHead().addRow();
    data.columns().forEach(column -> heading.addHeaderCell().setText(column));
    heading.getChildren().forEach(cell -> cell.getElement().setAttribute("scope", "col"));
    data.rows().forEach(row -> fill(table.getBody().addRow(), row));
    add(table);
  }

  /** Makes the words of a cell lead somewhere; rows below the headings and columns from zero. */
  public void link(int row, int column, String href) {
    HtmlContainer cell = (HtmlContainer) row(row).getComponentAt(column);
    Anchor link = new Anchor(href, cell.getText());
    cell.removeAll();
    cell.add(link);
  }

  /** The row of that index below the headings. */
  NativeTableRow row(int index) {
    return table.getBody().getRows().get(index);
  }

  private static void fill(NativeTableRow row, List<String> texts) {
    NativeTableHeaderCell first = row.addHeaderCell();
    first.setText(texts.getFirst());
    first.getElement().setAttribute("scope", "row");
    texts.stream().skip(1).forEach(text -> row.addDataCell().setText(text));
  }
}
