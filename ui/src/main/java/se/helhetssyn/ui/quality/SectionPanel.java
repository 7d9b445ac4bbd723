package se.helhetssyn.ui.quality;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** One section of the page, with its heading and what it is for. */
final class SectionPanel extends Section {
  SectionPanel(String id, String heading, String lead) {
    setId(id);
    addClassNames("panel", "quality");
    add(new H2(heading), small(lead));
  }

  /** A table, or a sentence in its place where it has no rows. */
  void table(LinkedTable table, String nothing) {
    if (table.isEmpty()) {
      add(new Paragraph(nothing));
    } else {
      add(new LinkedTableView(table));
    }
  }

  /** A sentence in smaller letters. */
  static Paragraph small(String words) {
    Paragraph small = new Paragraph(words);
    small.addClassName("note");
    return small;
  }
}
