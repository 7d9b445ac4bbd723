package se.helhetssyn.ui.login;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Everything but the login page and its looks asks for a login; nothing is fetched elsewhere.
 *
 * <p>The framework guards its own messages with a token of their own; every other form, the login
 * form included, must bring the token of the session.
 */
@Configuration
@EnableWebSecurity
class Security {
  /** Vaadin's own start-up needs inline script and eval; every source is this server alone. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain requests(HttpSecurity http, RequestUtil vaadinRequests) {
    return http.authorizeHttpRequests(
            paths -> paths.requestMatchers("/helhetssyn/**", "/webjars/**").permitAll())
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin -> vaadin.loginView(LoginView.class).enableCsrfConfiguration(false))
        .csrf(tokens -> tokens.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  @Bean
  PasswordEncoder passwords() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }
}
