package se.helhetssyn.ui.quality;

/** Finds what may be somebody's identity number in a text that people write. */
@FunctionalInterface
interface IdentitySearch {
  /** Whether the text may hold one. */
  boolean suspects(String text);
}
