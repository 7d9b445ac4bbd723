package se.helhetssyn.ui;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The dashboards without a browser, over the published municipality, for somebody signed in. */
public abstract class DashboardTest extends SignedInTest {
  protected DashboardTest(String user) {
    super(user);
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("helhetssyn.store", () -> PublishedForTests.store().toString());
    registry.add("helhetssyn.state", () -> PublishedForTests.state().toString());
    registry.add("helhetssyn.demo-accounts", () -> PublishedForTests.accounts().toString());
  }
}
