package se.helhetssyn.datasets.synthetic;

/** Why a stay ended, with the names of the extract; ONGOING has no end. */
enum StayEnd {
  ONGOING,
  DECEASED,
  MOVED_TO_RESIDENTIAL,
  INDEPENDENT,
  OTHER_UNIT,
  OTHER_MUNICIPALITY,
  DECLINED,
  OTHER
}
