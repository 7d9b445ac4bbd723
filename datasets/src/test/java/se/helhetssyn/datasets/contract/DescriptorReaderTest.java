package se.helhetssyn.datasets.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorReaderTest {
  private static final String SOUND =
      """
      {"resources": [{"name": "visit", "title": "Besök", "description": "En rad per besök.",
        "schema": {
          "fields": [
            {"name": "visit_id", "type": "string", "title": "Id", "description": "Id.",
             "constraints": {"required": true, "pattern": "v.*"}},
            {"name": "kind", "type": "string", "title": "Slag", "description": "Slag.",
             "constraints": {"enum": ["HOME"]},
             "helhetssyn:aliases": {"HEM": "HOME"}, "helhetssyn:rule": "DQ39"},
            {"name": "minutes", "type": "integer", "title": "Minuter", "description": "Tid.",
             "constraints": {"minimum": 0, "maximum": 600}},
            {"name": "day", "type": "date", "title": "Dag", "description": "Dag."}],
          "primaryKey": ["visit_id"],
          "foreignKeys": [
            {"fields": ["visit_id"], "reference": {"resource": "visit", "fields": ["visit_id"]}}]},
        "helhetssyn:rules": [{"code": "LONG", "condition": "minutes < 300", "message": "För långt."}],
        "helhetssyn:flags": [{"code": "NONE", "rule": "DQ26", "applies": "minutes IS NOT NULL",
          "condition": "minutes > 0", "message": "Inget.", "repair": {"minutes": "NULL"}}],
        "helhetssyn:eventDates": ["day"],
        "helhetssyn:registration": {"event": "day", "registered": "day"}}]}
      """;

  @Test
  void aSoundDescriptorIsRead() throws IOException {
    TableSchema visit = read(SOUND).require("visit");
    assertThat(visit.columns()).containsExactly("visit_id", "kind", "minutes", "day");
    assertThat(visit.rules()).extracting(RowRule::code).containsExactly("LONG");
    assertThat(visit.flags()).extracting(RowRule::code).containsExactly("NONE");
    assertThat(visit.rules().getFirst().rule()).isEqualTo("CT06");
    assertThat(visit.flags().getFirst().rule()).isEqualTo("DQ26");
    assertThat(visit.flags().getFirst().repair()).containsExactly(entry("minutes", "NULL"));
    assertThat(visit.field("kind").aliases()).containsExactly(entry("HEM", "HOME"));
    assertThat(visit.field("kind").codeRule()).isEqualTo("DQ39");
    assertThat(visit.field("kind").coded()).isTrue();
    assertThat(visit.field("visit_id").coded()).isFalse();
    assertThat(visit.eventDates()).containsExactly("day");
    assertThat(visit.registration()).isEqualTo(new TableSchema.Registration("day", "day"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "type": "integer"           | "type": "whole"           | visit.minutes: unknown type whole
          "type": "integer",          |                           | visit.minutes: type is missing
          "primaryKey": ["visit_id"]  | "primaryKey": ["visit"]   | visit: primary key names no column: visit
          "primaryKey": ["visit_id"]  | "primaryKey": []          | visit has no primary key
          "name": "minutes"           | "name": "day"             | visit: column twice: day
          "name": "minutes"           | "name": "Minutes spent"   | visit.Minutes spent is not a snake-case name
          "resource": "visit"         | "resource": "journey"     | visit: foreign key to unknown table journey
          "fields": ["visit_id"]}}    | "fields": ["id"]}}        | visit: foreign key of visit names no column: id
          "fields": ["visit_id"]}}    | "fields": []}}            | sides differ in length
          eventDates": ["day"]        | eventDates": ["minutes"]  | visit: event date minutes is no date
          eventDates": ["day"]        | eventDates": ["night"]    | visit: event date names no column: night
          "registered": "day"         | "registered": "minutes"   | visit: registration minutes is no date
          "registered": "day"         | "registered": "night"     | visit: registration names no column: night
          "event": "day"              | "event": " "              | visit: registration: event is missing
          "code": "NONE"              | "code": "LONG"            | visit: rule twice: LONG
          "condition": "minutes < 300"| "condition": " "          | visit: rule LONG: condition is missing
          "minimum": 0                | "minimum": 700            | visit.minutes has a minimum above its maximum
          "minimum": 0                | "enum": ["A"]             | visit.minutes has codes or a pattern but is no text
          "pattern": "v.*"            | "pattern": "v(*"          | visit.visit_id has a broken pattern
          "pattern": "v.*"            | "minimum": 1              | visit.visit_id bounds something that is no number
          "pattern": "v.*"            | "enum": ["A", "A"]        | visit.visit_id: code twice: A
          "HEM": "HOME"               | "HEM": "HUS"              | visit.kind has another name of no code: HEM
          "HEM": "HOME"               | "HOME": "HOME"            | visit.kind has another name that is a code: HOME
          "rule": "DQ26"              | "rule": "LATE"            | visit: NONE names no rule of data quality: LATE
          "repair": {"minutes"        | "repair": {"hours"        | visit: repair of NONE names no column: hours
          "maximum": 600}             | "maximum": 600}, "helhetssyn:coded": true | visit.minutes holds codes but has neither
          "title": "Besök"            | "title": ""               | visit: title is missing
          """)
  void aFaultIsNamedWithItsPlace(String sound, String broken, String fault) {
    assertThat(SOUND).contains(sound);
    assertThatThrownBy(() -> read(SOUND.replace(sound, broken == null ? "" : broken)))
        .isInstanceOf(DescriptorException.class)
        .hasMessageStartingWith("visits.json: ")
        .hasMessageContaining(fault);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    String broken = SOUND.replace("\"integer\"", "\"whole\"").replace("[\"day\"]", "[\"night\"]");
    assertThatThrownBy(() -> read(broken))
        .hasMessageContaining("unknown type whole")
        .hasMessageContaining("names no column: night");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"resources\": [null]}",
        "{\"resources\": [{}]}",
        "{\"resources\": [], \"resources\": []}",
        "{\"resources\": [{\"schema\": {\"fields\": \"none\"}}]}",
        "{\"resources\": [{\"schema\": {\"fields\": [{\"constraints\": {\"requierd\": true}}]}}]}",
        "{\"resources\": []} {}",
        "{\"resources\": [{\"name\": \"visit\""
      })
  void aTextThatIsNoDescriptorIsRefusedInOneSentence(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DescriptorException.class)
        .hasMessageStartingWith("visits.json: ");
  }

  private static DataPackage read(String json) throws IOException {
    return DescriptorReader.read(
        "visits.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
