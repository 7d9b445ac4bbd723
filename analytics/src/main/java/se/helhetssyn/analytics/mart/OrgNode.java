package se.helhetssyn.analytics.mart;

import java.util.Optional;

/**
 * One node of the organisation as it stands on the generation's as-of date.
 *
 * @param level where in the tree
 * @param id stable surrogate, unique over the tree
 * @param name shown to people
 * @param parentId the node above; empty for the root only
 * @param unitType code of the unit's type; empty above units
 * @param providerForm own or external provider; empty where not told
 */
public record OrgNode(
    OrgLevel level,
    String id,
    String name,
    Optional<String> parentId,
    Optional<String> unitType,
    Optional<String> providerForm) {}
