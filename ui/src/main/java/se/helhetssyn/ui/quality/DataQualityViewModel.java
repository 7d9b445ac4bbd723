package se.helhetssyn.ui.quality;

import java.util.List;

/**
 * The page's sections, from top to bottom.
 *
 * @param deliveries files that came
 * @param gaps units that did not deliver
 * @param matrix checks by kind
 * @param findings rules with remarks
 * @param suppliers what to tell whom
 * @param thresholds what can be moved
 * @param delays how late rows are registered
 * @param changes what is another way than before
 */
record DataQualityViewModel(
    DeliveriesModel deliveries,
    GapsModel gaps,
    KahnModel matrix,
    FindingsModel findings,
    List<SupplierNote> suppliers,
    ThresholdsModel thresholds,
    DelaysModel delays,
    ChangesModel changes) {
  DataQualityViewModel {
    suppliers = List.copyOf(suppliers);
  }

  static DataQualityViewModel of(
      QualityFacts facts, QualityChoice choice, List<MovedThreshold> history) {
    return new DataQualityViewModel(
        DeliveriesModel.of(facts, choice),
        GapsModel.of(facts, choice),
        KahnModel.of(facts, choice),
        FindingsModel.of(facts, choice),
        SupplierNote.of(facts, choice),
        ThresholdsModel.of(facts, choice, history),
        DelaysModel.of(facts, choice),
        ChangesModel.of(facts, choice));
  }
}
