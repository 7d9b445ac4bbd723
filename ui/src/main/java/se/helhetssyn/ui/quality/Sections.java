package se.helhetssyn.ui.quality;

/** Identifiers of the page's sections, for links. */
final class Sections {
  static final String DELIVERIES = "leveranser";
  static final String GAPS = "utan-leverans";
  static final String MATRIX = "matris";
  static final String FINDINGS = "fynd";
  static final String SUPPLIERS = "leverantorer";
  static final String THRESHOLDS = "granser";
  static final String DELAYS = "efterslapning";
  static final String CHANGES = "andrat";

  private Sections() {}
}
