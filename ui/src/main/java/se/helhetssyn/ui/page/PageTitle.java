package se.helhetssyn.ui.page;

import com.vaadin.flow.component.html.H1;

/** A page's only main heading; the frame moves the focus here after a change of page. */
public final class PageTitle extends H1 {
  /** The identifier of the heading, for the skip link. */
  public static final String ID = "rubrik";

  /** Shows the words. */
  public PageTitle(String words) {
    super(words);
    setId(ID);
    getElement().setAttribute("tabindex", "-1");
  }
}
