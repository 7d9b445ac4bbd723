package se.helhetssyn.datasets.synthetic;

/**
 * A unit and its habits.
 *
 * @param index number of the unit, from 0
 * @param id its id in the extract
 * @param name its name
 * @param type its type
 * @param area number of its service area
 * @param habits how it usually works
 */
record Unit(int index, String id, String name, UnitType type, int area, Habits habits) {}
