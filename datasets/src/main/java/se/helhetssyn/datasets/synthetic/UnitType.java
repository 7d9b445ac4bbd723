package se.helhetssyn.datasets.synthetic;

/** Type of a unit, with the names of the extract. */
enum UnitType {
  RESIDENTIAL_CARE("boende"),
  HOME_CARE("hemtjänst"),
  HOME_HEALTH_CARE("hemsjukvård"),
  SHORT_TERM_CARE("korttidsboende");

  private final String swedish;

  UnitType(String swedish) {
    this.swedish = swedish;
  }

  String swedish() {
    return swedish;
  }
}
