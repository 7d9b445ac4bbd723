package se.helhetssyn.datasets.synthetic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of deviation.
 *
 * @param category as in the extract
 * @param weight how common it is
 * @param health how many in ten belong to the health care act
 * @param subcategories as in the extract, NONE for no subcategory
 */
record DeviationKind(String category, int weight, int health, Mix subcategories) {
  private static final Mix NONE = Mix.of("NONE 1");
  static final DeviationKind INFECTION = new DeviationKind("INFECTION", 1, 9, NONE);

  /** What happens to a person. */
  private static final List<DeviationKind> PERSONAL =
      List.of(
          kind("FALL", 38, 6, "NO_INJURY 70, MINOR_INJURY 25, SEVERE_OR_FRACTURE 5"),
          kind(
              "MEDICATION",
              30,
              10,
              "MISSED_DOSE 45, MISSED_SIGNATURE 30, WRONG_DOSE 12, WRONG_PERSON 4, DISPENSER_ERROR 9"),
          kind("COMMUNICATION", 6, 5, "DOCUMENTATION 4, INFORMATION_TO_PERSON 2, HANDOVER 4"),
          kind(
              "CARE_TREATMENT", 5, 9, "WRONGLY_PERFORMED 3, MISSED_OR_DELAYED 6, OTHER_PROVIDER 1"),
          kind("PRESSURE_ULCER", 3, 10, "CATEGORY_1_2 8, CATEGORY_3_4 2"),
          kind("TREATMENT_OF_PERSON", 3, 1, "CONDUCT 8, VIOLENCE_ABUSE 2"),
          kind("MISSED_SOL_INTERVENTION", 9, 0, "FOOD 2, HYGIENE_CARE 4, SUPERVISION 3, OTHER 1"),
          kind("DEVICE", 3, 8, "HANDLING 5, MAINTENANCE 3, PRODUCT_FAULT 1, MARKING 1"),
          INFECTION,
          new DeviationKind("OTHER", 2, 5, NONE));

  /** What happens at a unit without touching one person. */
  private static final List<DeviationKind> COMMON =
      List.of(
          kind("RESOURCES", 5, 3, "COMPETENCE 3, STAFFING 6, EQUIPMENT_PREMISES 2"),
          kind("COMMUNICATION", 3, 4, "IT_TELEPHONY 5, DOCUMENTATION 3, HANDOVER 2"),
          new DeviationKind("HYGIENE", 1, 7, NONE));

  static DeviationKind pick(boolean personal, Chance chance) {
    List<DeviationKind> kinds = personal ? PERSONAL : COMMON;
    int left = chance.between(1, kinds.stream().mapToInt(DeviationKind::weight).sum());
    for (DeviationKind kind : kinds) {
      left -= kind.weight();
      if (left <= 0) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind of " + kinds);
  }

  @Nullable String subcategory(Chance chance) {
    String picked = subcategories.pick(chance);
    return picked.equals("NONE") ? null : picked;
  }

  private static DeviationKind kind(String category, int weight, int health, String subcategories) {
    return new DeviationKind(category, weight, health, Mix.of(subcategories));
  }
}
