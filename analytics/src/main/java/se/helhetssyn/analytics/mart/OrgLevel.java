package se.helhetssyn.analytics.mart;

/** Levels of the organisation tree, from the top down. The root always is {@code MUNICIPALITY}. */
public enum OrgLevel {
  MUNICIPALITY,
  DIVISION,
  SERVICE_AREA,
  UNIT
}
