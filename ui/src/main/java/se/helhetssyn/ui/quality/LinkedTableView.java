package se.helhetssyn.ui.quality;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import se.helhetssyn.ui.chart.TableView;

/** A {@link LinkedTable} as a real table, and how many of its rows are left out. */
final class LinkedTableView extends Div {
  LinkedTableView(LinkedTable table) {
    TableView view = new TableView(table.data());
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.columns().size(); column++) {
        int toRow = row;
        int toColumn = column;
        table
            .rows()
            .get(row)
            .get(column)
            .href()
            .ifPresent(href -> view.link(toRow, toColumn, href));
      }
    }
    add(view);
    table.cut().ifPresent(words -> add(note(words)));
  }

  private static Paragraph note(String words) {
    Paragraph note = new Paragraph(words);
    note.addClassName("note");
    return note;
  }
}
