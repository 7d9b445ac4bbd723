package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.helhetssyn.ui.PublishedForTests;

/** What the server answers to whom, over HTTP. */
final class AccessIT {
  /** The token stands in the page that the framework sends with its first answer. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*content=\"([^\"]+)\"|content=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private static ConfigurableApplicationContext server;

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void start() {
    server =
        Server.start(
            PublishedForTests.store(),
            PublishedForTests.folder("state"),
            0,
            PublishedForTests.accounts());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void withoutLoginEveryPageLeadsToTheLoginPage() {
    assertThat(get("").headers().firstValue("Location")).hasValueSatisfying(this::isLogin);
    assertThat(get("enhet/E1").headers().firstValue("Location")).hasValueSatisfying(this::isLogin);
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThat(logIn("chef", "fel").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/login?error"));
    assertThat(get("").statusCode()).isEqualTo(302);
  }

  @Test
  void aLoginWithoutItsTokenIsRefused() {
    assertThat(post("username=chef&password=" + encoded(PublishedForTests.PASSWORD)).statusCode())
        .isNotEqualTo(200);
    assertThat(get("").statusCode()).isEqualTo(302);
  }

  @Test
  void aManagerMayOpenTheOwnUnitOnly() {
    logIn("chef", PublishedForTests.PASSWORD);
    assertThat(get("enhet/E1").statusCode()).isEqualTo(200);
    assertThat(get("enhet/E2").statusCode()).isEqualTo(403);
    assertThat(get("enhet/K").statusCode()).isEqualTo(403);
    assertThat(get("?org=E2").statusCode()).isEqualTo(403);
    assertThat(get("jamfor").statusCode()).isEqualTo(200);
    assertThat(get("jamfor?org=E1").statusCode()).isEqualTo(200);
    assertThat(get("jamfor?org=E2").statusCode()).isEqualTo(403);
    assertThat(get("jamfor?org=D").statusCode()).isEqualTo(403);
    assertThat(get("enhet/E2").body()).doesNotContain("Björkgården");
    assertThat(get("datakvalitet").statusCode()).isEqualTo(403);
    assertThat(get("indikatorkatalog").statusCode()).isEqualTo(200);
    assertThat(get("indikatorkatalog/C03").statusCode()).isEqualTo(200);
    assertThat(get("indikatorkatalog/FINNSINTE").statusCode()).isEqualTo(404);
  }

  @Test
  void divisionManagementMayOpenEveryNodeThatExists() {
    logIn("division", PublishedForTests.PASSWORD);
    assertThat(get("enhet/E2").statusCode()).isEqualTo(200);
    assertThat(get("?org=K").statusCode()).isEqualTo(200);
    assertThat(get("enhet/FINNSINTE").statusCode()).isEqualTo(404);
    assertThat(get("jamfor?org=D").statusCode()).isEqualTo(200);
    assertThat(get("jamfor?org=FINNSINTE").statusCode()).isEqualTo(404);
    assertThat(get("datakvalitet").statusCode()).isEqualTo(403);
  }

  @Test
  void theQualityDeveloperMayOpenThePageAboutDeliveries() {
    logIn("kvalitet", PublishedForTests.PASSWORD);
    assertThat(get("datakvalitet").statusCode()).isEqualTo(200);
    assertThat(get("datakvalitet?org=FINNSINTE").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyThoseWhoAnswerForTheDataMayDeliverAndFollowRuns() {
    List<String> pages = List.of("datakvalitet/leverera", "datakvalitet/korningar");
    logIn("chef", PublishedForTests.PASSWORD);
    assertThat(pages).allMatch(page -> get(page).statusCode() == 403);
    logIn("division", PublishedForTests.PASSWORD);
    assertThat(pages).allMatch(page -> get(page).statusCode() == 403);
    logIn("kvalitet", PublishedForTests.PASSWORD);
    assertThat(pages).allMatch(page -> get(page).statusCode() == 200);
  }

  @Test
  void nothingAnswersOnAnyOtherAddressOfTheMachine() {
    assertThatIOException()
        .isThrownBy(() -> new Socket("127.0.0.2", Server.port(server)).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void pagesAreSwedishAndMayNotBeFramedOrFetchFromElsewhere() {
    HttpResponse<String> login = get("login");
    assertThat(login.body()).contains("<html lang=\"sv\"");
    assertThat(login.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy).contains("default-src 'self'").contains("frame-ancestors 'none'"));
    assertThat(login.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  private void isLogin(String place) {
    assertThat(place).endsWith("/login");
  }

  private HttpResponse<String> logIn(String user, String password) {
    Matcher token = TOKEN.matcher(get("login").body());
    assertThat(token.find()).isTrue();
    String value = token.group(1) == null ? token.group(2) : token.group(1);
    return post("username=" + user + "&password=" + encoded(password) + "&_csrf=" + encoded(value));
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)).build());
  }

  private HttpResponse<String> post(String form) {
    return send(
        HttpRequest.newBuilder(at("login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI at(String path) {
    return URI.create("http://localhost:" + Server.port(server) + "/" + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
