package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** Leads between the pages about deliveries. */
public final class RunTabs extends Nav {
  /** Where deliveries are made by hand. */
  public static final String DELIVER = "datakvalitet/leverera";

  /** Shows the links; the page itself is marked. */
  public RunTabs(String here) {
    addClassNames("segments", "tabs");
    setAriaLabel(text("deliver.pages"));
    link(DELIVER, text("deliver.tab"), here);
    link(RunsView.PATH, text("runs.tab"), here);
  }

  private void link(String path, String words, String here) {
    Anchor link = new Anchor(path, words);
    if (path.equals(here)) {
      link.getElement().setAttribute("aria-current", "page");
    }
    add(link);
  }
}
