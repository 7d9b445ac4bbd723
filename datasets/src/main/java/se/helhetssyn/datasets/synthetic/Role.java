package se.helhetssyn.datasets.synthetic;

/** The professions that must take part, with the names of the extract. */
enum Role {
  UNIT_MANAGER(2),
  CARE_WORKER(1),
  REGISTERED_NURSE(3),
  OCCUPATIONAL_THERAPIST(5),
  PHYSIOTHERAPIST(6);

  private final int absences;

  Role(int absences) {
    this.absences = absences;
  }

  /** The role that is missing when one is, the scarce ones more often. */
  static Role missing(Chance chance) {
    int left = chance.between(1, 17);
    Role role = UNIT_MANAGER;
    for (Role each : values()) {
      if (left > 0) {
        role = each;
      }
      left -= each.absences;
    }
    return role;
  }
}
