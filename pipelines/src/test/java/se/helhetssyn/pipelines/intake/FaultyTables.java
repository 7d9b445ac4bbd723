package se.helhetssyn.pipelines.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.datasets.contract.DataPackage;

/** A delivery with a manifest and every fault of rows and values. */
final class FaultyTables {
  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final LocalDate TO = LocalDate.of(2025, 12, 31);
  private static final Instant EXTRACTED = Instant.parse("2026-01-02T04:15:00Z");

  private final Map<String, Map<String, String>> files = new LinkedHashMap<>();
  private final List<FileTerms> terms = new ArrayList<>();

  private FaultyTables() {}

  static FaultyTables all() {
    FaultyTables tables = new FaultyTables();
    tables.organisation();
    tables.persons();
    tables.stays();
    tables.conferences();
    tables.prevention();
    tables.deviations();
    tables.registers();
    return tables;
  }

  /** What is known beforehand: the manifest, and which person keys were replaced. */
  IntakeTerms terms() {
    return new IntakeTerms(
        LocalDate.of(2026, 10, 31),
        EXTRACTED,
        terms,
        List.of(),
        Map.of("t1", "t2", "t2", "p2", "lone", "p9"),
        false);
  }

  /** The tables, in the order of the contract. */
  List<RawTable> raw(SparkSession spark, DataPackage contract) {
    return contract.tables().stream()
        .filter(t -> files.containsKey(t.name()))
        .map(t -> TextTable.raw(spark, t, files.getOrDefault(t.name(), Map.of())))
        .toList();
  }

  private void deliver(String table, String text) {
    deliver(table, ".csv", text, EXTRACTED, new FileTerms.Load(true, null, FROM, TO));
  }

  private void deliver(
      String table, String ending, String text, Instant extractedAt, FileTerms.Load load) {
    String file = table + ending;
    files.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(file, text);
    terms.add(
        new FileTerms(
            file,
            file,
            table,
            "x-" + file,
            "källan",
            TextTable.count(text),
            extractedAt,
            true,
            load));
  }

  private void organisation() {
    deliver(
        "org_unit",
        """
        org_unit_id,unit_code,name,level,parent_id,unit_type,provider_form,valid_from
        K,K,Kommunen,MUNICIPALITY,,,OWN,2020-01-01
        D,D,Avdelningen,DIVISION,K,,OWN,2020-01-01
        U1,U1,Ett,UNIT,D,HOME_CARE,OWN,2020-01-01
        U2,U2,Två,UNIT,K,HOME_CARE,OWN,2020-01-01
        """);
  }

  private void persons() {
    deliver(
        "person",
        """
        person_key,protected_identity,test_person,birth_year,death_date
        p1,NO,,1940,
        p2,NO,,1941,
        t1,NO,,1941,
        lone,NO,,1942,
        dead,NO,,1930,2025-06-01
        hidden,YES,,1943,
        tester,NO,YES,1944,
        """);
  }

  private void stays() {
    deliver(
        "enrolment",
        """
        enrolment_id,person_key,org_unit_id,enrolment_type,law,start_date,end_date,end_reason,hours_granted_month
        e1,p1,U1,RESIDENTIAL,SOL,2025-01-01,,,"12,5"
        e2,p1,U1,RESIDENTIAL,SOL,2025-02-01,2025-02-10,OTHER,
        e3,p1,U2,RESIDENTIAL,SOL,2025-03-01,,,
        e4,p1,U1,HOME_HEALTH,HSL,2025-01-01,9999-12-31,,
        e5,t1,U2,HOME_CARE,SOL,2025-01-01,2025-02-01,OTHER,
        e6,p2,U1,HOME_CARE,SOL,2025-02-01,,,
        e7,dead,U1,HOME_CARE,SOL,2025-01-01,,,
        e8,dead,U1,HOME_HEALTH,HSL,2025-07-01,,,
        e9,p2,,RESIDENTIAL,SOL,2025-01-01,,,
        e10,p2,KST1,SHORT_TERM,SOL,2025-01-01,,,
        e11,hidden,U1,HOME_CARE,SOL,2025-01-01,,,
        """);
  }

  private void conferences() {
    String head = "conference_id,org_unit_id,planned_start,status,booked_at,cancel_reason\n";
    deliver(
        "conference",
        head
            + """
            c1,U1,2025-05-05T10:00,PLANNED,,
            c2,U1,2025-05-05T14:00,PLANNED,,
            c3,U2,2025-05-05T10:00,PLANNED,,
            c4,U1,2025-05-06T10:00,PLANNED,45778,
            c5,U1,2025-05-07T10:00,CANCELLED,,ring någon
            c6,U1,2025-05-07T10:00,CANCELLED,,SICKNESS
            c7,U1,2025-05-07T10:00,PLANNED,,,
            c8,U1,2025-05-07T10:00,avbokad,,
            """);
    LocalDate day = LocalDate.of(2025, 5, 5);
    deliver(
        "conference",
        ".again.csv",
        head + "c1,U1,2025-05-05T10:00,PLANNED,,\n",
        EXTRACTED.plusSeconds(60),
        new FileTerms.Load(true, "D", day, day));
  }

  private void prevention() {
    deliver(
        "risk_assessment",
        """
        assessment_id,person_key,org_unit_id,area,instrument,score,instrument_risk,clinical_risk,assessed_at,registered_at,status
        a1,p1,U1,MALNUTRITION,MNS,20,NO,,2025-01-01,2025-01-31T08:00,COMPLETE
        a2,p1,U1,MALNUTRITION,MNS,21,YES,YES,2025-01-01,2025-02-01T08:00,COMPLETE
        a3,p1,U1,PRESSURE_ULCER,RAPS,30,NO,,2025-01-01,,COMPLETE
        a4,p1,U1,MALNUTRITION,MNS,29,,,2025-01-01,,COMPLETE
        a5,t1,U1,MALNUTRITION,MNS,,,,2025-01-01,,COMPLETE
        a6,p1,U1,MALNUTRITION,MNS,,,,2027-01-01,,COMPLETE
        """);
    deliver(
        "preventive_action",
        """
        action_id,assessment_id,area,action_code,kva_code,planned_at,status,performed_at
        v1,a1,FALL,BALANCE,,2025-01-10,PERFORMED,2025-01-09
        v2,a1,FALL,,,2025-01-10,PLANNED,
        v3,a1,FALL,se journal,,2025-01-10,PLANNED,
        v4,a1,FALL,,12345,2025-01-10,PLANNED,
        """);
  }

  private void deviations() {
    String head =
        "deviation_id,law,org_unit_id,person_key,category,severity,likelihood,risk_category,occurred_at,reported_at,status,closed_at,lex_track,external_party\n";
    deliver(
        "deviation",
        head
            + """
            d1,HSL,U1,p1,FALL,2,3,6,,2025-03-01T08:00,CLOSED,2025-02-28,NONE,NONE
            d2,HSL,U1,p1,FALL,2,3,5,,2025-03-01T08:00,CLOSED,,NONE,NONE
            d3,HSL,U1,p1,FALL,3,3,6,,2025-03-01T08:00,NEW,2025-03-02,NONE,NONE
            d4,HSL,U1,p1,MEDICATION_HANDLING,,,,,2025-03-01T08:00,NEW,,NONE,NONE
            d5,HSL,U1,p1,Ramlade på rum 12,,,,,2025-03-01T08:00,NEW,,NONE,NONE
            d6,HSL,U1,,FALL,,,,2025-10-26T02:15,2025-10-27T08:00,NEW,,NONE,NONE
            d6,HSL,U1,,FALL,,,,2025-10-26T02:15,2025-10-27T08:00,NEW,,NONE,NONE
            d7,HSL,U1,,FALL,,,,,2025-03-01T08:00,NEW,,NONE,NONE
            d8,HSL,U1,,FALL,,,,,2025-03-01T08:00,NEW,,NONE,NONE
            d8,SOL,U1,,FALL,,,,,2025-03-01T08:00,NEW,,NONE,NONE
            d9,HSL,U1,hidden,FALL,,,,,2025-03-01T08:00,NEW,,NONE,NONE
            """);
    deliver(
        "deviation",
        ".later.csv",
        head + "d7,HSL,U2,,FALL,,,,,2025-03-01T08:00,CLOSED,2025-03-09,NONE,NONE\n",
        EXTRACTED.plusSeconds(60),
        new FileTerms.Load(false, null, FROM, TO));
  }

  private void registers() {
    deliver(
        "quality_register_entry",
        """
        entry_id,register,person_key,org_unit_id,entry_type,reference_date,registered_at
        q1,PALLIATIVE,p1,U1,DEATH,2025-01-01,2025-04-01T08:00
        q2,PALLIATIVE,p1,U1,DEATH,2025-01-01,2025-04-02T08:00
        q3,BPSD,p1,U1,BASELINE,2025-01-01,2025-01-31T23:59
        """);
  }
}
