package se.helhetssyn.ui.shell;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page of an address that leads nowhere. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {
  NotFoundPage() {
    super(text("error.not-found.title"), text("error.not-found.text"));
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    return HttpStatusCode.NOT_FOUND.getCode();
  }
}
