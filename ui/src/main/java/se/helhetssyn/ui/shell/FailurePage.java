package se.helhetssyn.ui.shell;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of a fault of ours; what it was goes to the log only. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {
  private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

  FailurePage() {
    super(text("error.failure.title"), text("error.failure.text"));
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    LOG.error("A page failed.", error.getException());
    return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
  }
}
