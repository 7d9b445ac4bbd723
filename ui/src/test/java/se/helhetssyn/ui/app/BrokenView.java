package se.helhetssyn.ui.app;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A page that always fails. */
@Route(BrokenView.PATH)
@PermitAll
public final class BrokenView extends Div implements BeforeEnterObserver {
  static final String PATH = "trasig";

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    throw new IllegalStateException("fails by design");
  }
}
