package se.helhetssyn.datasets.synthetic;

/** What a stay is: residential care, one of three ways to be cared for at home, or a short time. */
enum Care {
  RESIDENTIAL,
  HOME_CARE,
  HOME_CARE_AND_HEALTH,
  HOME_HEALTH,
  SHORT_TERM;

  /** Whether the routine concerns the person: residents, and those with home health care. */
  boolean inScope() {
    return this != HOME_CARE && this != SHORT_TERM;
  }

  boolean social() {
    return this != HOME_HEALTH;
  }
}
