package se.helhetssyn.ui.organisation;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the published figures lie.
 *
 * @param store the store's folder; nothing need be published in it yet
 */
@ConfigurationProperties("helhetssyn")
record StoreSettings(Path store) {}
