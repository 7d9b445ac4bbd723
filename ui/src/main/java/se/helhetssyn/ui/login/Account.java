package se.helhetssyn.ui.login;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param user the name they log in with
 * @param role what they work with
 * @param unitId the unit a manager answers for; null for every other role
 * @param mustChangePassword whether the password was handed out and is still to be replaced
 */
public record Account(String user, Role role, @Nullable String unitId, boolean mustChangePassword)
    implements Serializable {
  public Account {
    if ((role == Role.MANAGER) != (unitId != null)) {
      throw new IllegalArgumentException("role %s with unit %s".formatted(role, unitId));
    }
  }

  /** Whether the figures of an organisation node may be shown to this person. */
  public boolean maySee(String orgNodeId) {
    return unitId == null || unitId.equals(orgNodeId);
  }

  /** Whether deliveries and their quality are this person's work. */
  public boolean answersForQuality() {
    return switch (role) {
      case QUALITY, ADMINISTRATOR -> true;
      case DIVISION, MANAGER -> false;
    };
  }

  /** Whether there is more than one node to choose from. */
  public boolean seesEverything() {
    return unitId == null;
  }
}
