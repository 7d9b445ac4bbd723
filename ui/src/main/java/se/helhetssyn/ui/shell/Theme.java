package se.helhetssyn.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.helhetssyn.ui.wording.Wording;

/** Language and remembered looks of every page, set before anything is drawn. */
@Component
final class Theme implements VaadinServiceInitListener {
  /** Written by {@code theme.js}. */
  private static final String COOKIE = "utseende";

  private static final Set<String> LOOKS = Set.of("light", "dark");

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(Theme::prepare);
    event.getSource().addUIInitListener(init -> greet(init.getUI()));
    event.getSource().setSystemMessagesProvider(info -> messages());
  }

  private static void greet(UI ui) {
    ui.setLocale(Wording.SWEDISH);
    ui.getReconnectDialogConfiguration().setDialogText(Wording.text("connection.lost"));
    ui.getReconnectDialogConfiguration().setDialogTextGaveUp(Wording.text("connection.gone"));
  }

  private static void prepare(IndexHtmlResponse response) {
    var html = response.getDocument().getElementsByTag("html");
    html.attr("lang", Wording.SWEDISH.getLanguage());
    cookies(response.getVaadinRequest().getCookies())
        .filter(cookie -> cookie.getName().equals(COOKIE) && LOOKS.contains(cookie.getValue()))
        .forEach(cookie -> html.attr("data-theme", cookie.getValue()));
  }

  private static Stream<Cookie> cookies(Cookie @Nullable [] cookies) {
    return cookies == null ? Stream.empty() : Arrays.stream(cookies);
  }

  private static CustomizedSystemMessages messages() {
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(true);
    messages.setSessionExpiredCaption(Wording.text("session.expired.title"));
    messages.setSessionExpiredMessage(Wording.text("session.expired.text"));
    messages.setInternalErrorCaption(Wording.text("error.failure.title"));
    messages.setInternalErrorMessage(Wording.text("error.failure.text"));
    return messages;
  }
}
