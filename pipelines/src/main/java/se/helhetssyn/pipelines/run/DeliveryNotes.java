package se.helhetssyn.pipelines.run;

import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.mapping.Mappings;

/** What people are told of a delivery's files before their rows are read: sentences in Swedish. */
final class DeliveryNotes {
  private DeliveryNotes() {}

  static List<String> of(Delivery delivery, Mappings mappings) {
    List<String> notes = new ArrayList<>();
    mappings
        .canonicalBeside(delivery)
        .forEach(name ->
            notes.add(name + " läses i det kanoniska formatet: ingen mappning svarar mot filen."));
    delivery
        .ignored()
        .forEach(
            name -> notes.add(name + " läses inte: ingen tabell eller mappning svarar mot filen."));
    delivery.turnedAway().stream()
        .map(ReceivedFile::arrived)
        .distinct()
        .flatMap(file -> file.turnedAway().stream())
        .forEach(away -> notes.add(away.reason()));
    notes.addAll(ofManifest(delivery));
    if (delivery.lacksSome("person")) {
      notes.add(
          "En fil med personer avvisades: rader om personer som inte finns i de andra tas inte in.");
    }
    delivery
        .noFiles()
        .forEach(name -> notes.add(name + " läses inte: det är ingen fil. Leverera en fil."));
    delivery.incomplete().stream()
        .distinct()
        .forEach(table ->
            notes.add(
                "Inget räknas på %s: en fil avvisades, och inget manifest säger vad den gällde."
                    .formatted(table)));
    return notes;
  }

  private static List<String> ofManifest(Delivery delivery) {
    List<String> notes = new ArrayList<>();
    delivery
        .missing()
        .forEach(each ->
            notes.add(
                "Manifestet nämner en fil för %s (%s) som inte har kommit: leverera den, eller ta bort raden."
                    .formatted(each.table(), each.extractId())));
    if (delivery.unreadable() > 0) {
      notes.add(
          "Manifestet har %d rader som inte går att läsa; det som står där används inte."
              .formatted(delivery.unreadable()));
    }
    return notes;
  }
}
