package se.helhetssyn.ui.shell;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page of somebody else's unit. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class ForbiddenPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
  ForbiddenPage() {
    super(text("error.forbidden.title"), text("error.forbidden.text"));
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
    return HttpStatusCode.FORBIDDEN.getCode();
  }
}
