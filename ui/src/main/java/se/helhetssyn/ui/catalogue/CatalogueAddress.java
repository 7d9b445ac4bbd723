package se.helhetssyn.ui.catalogue;

/** Where the catalogue and its indicators are. */
public final class CatalogueAddress {
  /** The list of all indicators. */
  public static final String PATH = "indikatorkatalog";

  /** The address parameter that holds what is searched for. */
  static final String SEARCH = "sok";

  private CatalogueAddress() {}

  /** The page of one indicator. */
  public static String of(String indicatorId) {
    return PATH + "/" + indicatorId;
  }
}
