package se.helhetssyn.datasets.synthetic;

/** What a stay is: residential care, or one of three ways to be cared for at home. */
enum Care {
  RESIDENTIAL,
  HOME_CARE,
  HOME_CARE_AND_HEALTH,
  HOME_HEALTH;

  /** Whether the routine concerns the person: residents, and those with home health care. */
  boolean inScope() {
    return this != HOME_CARE;
  }

  boolean social() {
    return this != HOME_HEALTH;
  }
}
