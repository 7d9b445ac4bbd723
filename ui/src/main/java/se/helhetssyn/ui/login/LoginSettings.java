package se.helhetssyn.ui.login;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the login.
 *
 * @param demoAccounts file with the accounts of a demonstration; null for a real installation
 */
@ConfigurationProperties("helhetssyn")
record LoginSettings(@Nullable Path demoAccounts) {}
