package se.helhetssyn.analytics.mart;

/**
 * Levels of the organisation tree, from the top down; the root always is {@code MUNICIPALITY}.
 * After them the groups of units that are alike, which are no nodes of the tree: their ids are
 * codes.
 */
public enum OrgLevel {
  MUNICIPALITY,
  DIVISION,
  SERVICE_AREA,
  UNIT,
  UNIT_TYPE,
  PROVIDER_FORM,
  UNIT_TYPE_PROVIDER;

  /** Whether it is a level of the tree. */
  public boolean isOfTree() {
    return compareTo(UNIT) <= 0;
  }
}
