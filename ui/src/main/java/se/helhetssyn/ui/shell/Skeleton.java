package se.helhetssyn.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import se.helhetssyn.ui.login.NewPasswordView;

/**
 * Grey areas of the final size, in the very first answer of a page within the frame. The style
 * sheet hides them as soon as there is something in their place.
 */
@Component
final class Skeleton implements VaadinServiceInitListener {
  private static final int AREAS = 4;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(Skeleton::draw);
  }

  private static void draw(IndexHtmlResponse response) {
    String path = String.valueOf(response.getVaadinRequest().getPathInfo());
    if (response.getVaadinRequest().getUserPrincipal() == null
        || path.equals("/" + NewPasswordView.PATH)) {
      return;
    }
    Element frame = response.getDocument().body().appendElement("div");
    frame.addClass("skeleton").addClass("frame").attr("aria-hidden", "true");
    frame.appendElement("div").addClass("side");
    Element page = frame.appendElement("div").addClass("page");
    page.appendElement("div").addClass("heading");
    page.appendElement("div").addClass("choices");
    Element areas = page.appendElement("div").addClass(path.equals("/") ? "cards" : "panels");
    IntStream.range(0, AREAS).forEach(area -> areas.appendElement("div"));
  }
}
