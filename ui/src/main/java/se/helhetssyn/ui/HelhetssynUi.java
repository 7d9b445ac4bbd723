package se.helhetssyn.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The web application: dashboards over the published store. */
@SpringBootApplication
@ConfigurationPropertiesScan
@StyleSheet("context://helhetssyn/1/helhetssyn.css")
public class HelhetssynUi implements AppShellConfigurator {
  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "helhetssyn/1/icon.svg", "any");
    settings.setViewport("width=device-width, initial-scale=1");
  }
}
