package se.helhetssyn.pipelines.door;

/** Why a file is turned away, each in a sentence with what to do next. */
enum Reason {
  EMPTY(
      "CT09",
      "Filen %s är tom: leverera den på nytt, eller ta bort den om tabellen inte levereras."),
  NO_HEADER(
      "CT09",
      "Filen %s har ingen rubrikrad med de kolumner som väntas: kontrollera att det är rätt fil och vilket tecken som skiljer kolumnerna åt."),
  NAMELESS_COLUMN("CT09", "Filen %s har en kolumn utan namn: kontrollera rubrikraden."),
  DOUBLED_COLUMN(
      "CT09", "Filen %s har två kolumner med samma namn (nummer %d): kontrollera rubrikraden."),
  TOO_MANY_COLUMNS(
      "CT09", "Filen %s har fler än 4 096 kolumner: kontrollera hur raderna skiljs åt."),
  LONG_RECORD(
      "CT09",
      "Filen %s har en rad som är längre än en miljon tecken: kontrollera citattecken och radbrytningar, och exportera den på nytt."),
  PACKED(
      "CT09",
      "Filen %s är packad eller av ett annat slag än namnet säger: packa upp den och leverera den som text."),
  NUL(
      "CT09",
      "Filen %s innehåller tecken som inte hör hemma i text: exportera den på nytt som CSV."),
  DAMAGED_WORKBOOK(
      "CT09", "Filen %s går inte att läsa som kalkylblad: spara den på nytt som .xlsx."),
  LARGE_WORKBOOK(
      "CT09", "Filen %s blir för stor när den packas upp: leverera den som CSV i stället."),
  DAMAGED_PARQUET("CT09", "Filen %s går inte att läsa som Parquet: leverera den på nytt."),
  LOST_LETTERS(
      "DQ19",
      "Filen %s har förlorat bokstäver innan den levererades: exportera den på nytt i UTF-8."),
  UNKNOWN_ENCODING(
      "DQ19",
      "Filen %s är skriven med en teckenkodning som inte går att känna igen: exportera den på nytt i UTF-8."),
  CUT_OFF(
      "DQ37",
      "Filen %s har exakt så många rader som ett kalkylblad rymmer (%d) och är troligen avklippt: exportera den utan kalkylprogram."),
  IDENTITY(
      "DQ28",
      "Filen %s innehåller personnummer: ta bort filen, byt numren mot nycklar och leverera på nytt.");

  private final String rule;
  private final String sentence;

  Reason(String rule, String sentence) {
    this.rule = rule;
    this.sentence = sentence;
  }

  ArrivedFile.TurnedAway of(Object... words) {
    return new ArrivedFile.TurnedAway(rule, sentence.formatted(words));
  }
}
