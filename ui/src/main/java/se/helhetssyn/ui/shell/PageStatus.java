package se.helhetssyn.ui.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.helhetssyn.ui.login.Account;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.organisation.Publication;
import se.helhetssyn.ui.organisation.PublishedStore;

/**
 * Gives an opened address the HTTP status of what it leads to: 403 for a node the person may not
 * see and for a page of another role, 404 for a node that does not exist. The page itself is the
 * framework's, which decides the same way once more.
 */
@Component
final class PageStatus extends OncePerRequestFilter {
  private static final String UNIT_PAGE = "/enhet/";
  private static final Set<String> PAGES_OF_A_NODE = Set.of("/", "/jamfor", "/datakvalitet");
  private static final Set<String> PAGES_ABOUT_QUALITY = Set.of("/datakvalitet", "/komponenter");

  private final PublishedStore store;
  private final CurrentAccount current;

  PageStatus(PublishedStore store, CurrentAccount current) {
    this.store = store;
    this.current = current;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (HttpMethod.GET.matches(request.getMethod())) {
      current.find().flatMap(account -> status(account, request)).ifPresent(response::setStatus);
    }
    chain.doFilter(request, response);
  }

  private Optional<Integer> status(Account account, HttpServletRequest request) {
    return PAGES_ABOUT_QUALITY.contains(request.getServletPath()) && !account.answersForQuality()
        ? Optional.of(HttpServletResponse.SC_FORBIDDEN)
        : node(request).flatMap(node -> status(account, node));
  }

  private Optional<Integer> status(Account account, String node) {
    if (!account.maySee(node)) {
      return Optional.of(HttpServletResponse.SC_FORBIDDEN);
    }
    return store.publication() instanceof Publication.Served served
            && served.organisation().find(node).isEmpty()
        ? Optional.of(HttpServletResponse.SC_NOT_FOUND)
        : Optional.empty();
  }

  private static Optional<String> node(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith(UNIT_PAGE)
        ? Optional.of(path.substring(UNIT_PAGE.length()))
        : Optional.ofNullable(PAGES_OF_A_NODE.contains(path) ? request.getParameter("org") : null);
  }
}
