package se.helhetssyn.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web application: dashboards over the published store. */
@SpringBootApplication
public class HelhetssynUi implements AppShellConfigurator {
  public static void main(String[] args) {
    SpringApplication.run(HelhetssynUi.class, args);
  }
}
