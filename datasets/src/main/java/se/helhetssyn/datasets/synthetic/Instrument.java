package se.helhetssyn.datasets.synthetic;

/**
 * How an area is assessed here: the instrument, its scale and where risk begins (limits as in the
 * domain papers' instrument table; low scores mean risk on some scales).
 *
 * @param area risk area
 * @param name instrument, as in the extract
 * @param low lowest score
 * @param high highest score
 * @param limit the last score that means risk, seen from the risky end
 * @param lowIsRisk whether low scores mean risk
 * @param risk share of persons with risk
 */
record Instrument(
    String area, String name, int low, int high, int limit, boolean lowIsRisk, double risk) {

  int score(boolean atRisk, Chance chance) {
    boolean lower = atRisk == lowIsRisk;
    int lowerTop = lowIsRisk ? limit : limit - 1;
    return lower ? chance.between(low, lowerTop) : chance.between(lowerTop + 1, high);
  }
}
