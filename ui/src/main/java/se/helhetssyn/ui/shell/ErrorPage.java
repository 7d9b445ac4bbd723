package se.helhetssyn.ui.shell;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import se.helhetssyn.ui.page.PageTitle;

/** Says what cannot be shown, why, and where to go instead. */
abstract sealed class ErrorPage extends Div implements HasDynamicTitle
    permits ForbiddenPage, NotFoundPage, FailurePage {
  private final String title;

  ErrorPage(String title, String explanation) {
    this.title = title;
    Div panel =
        new Div(
            new PageTitle(title),
            new Paragraph(explanation),
            new Paragraph(new Anchor("", text("error.home"))));
    panel.addClassName("panel");
    add(panel);
  }

  @Override
  public final String getPageTitle() {
    return text("page.title", title);
  }
}
