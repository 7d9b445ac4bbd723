package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.publish.ManifestQuality;
import se.helhetssyn.pipelines.publish.MartInput;

/**
 * Writes down what a generation was made of.
 *
 * @param hidden figures hidden per layer (count)
 */
record ManifestWriter(
    String run,
    RunRequest request,
    RunSettings settings,
    IndicatorCatalogue catalogue,
    Intake intake,
    MartInput input,
    Map<Layer, Long> hidden) {

  Manifest manifest(Map<String, Double> timings) {
    return new Manifest(
        StoreLayout.FORMAT_VERSION,
        MartSchema.VERSION,
        run,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        request.asOf().toString(),
        input.horizon().deliveredFrom().toString(),
        input.horizon().deliveredTo().toString(),
        input.culledBefore() == null ? null : input.culledBefore().toString(),
        input.protection().protectedSource(),
        input.protection().note(),
        version(),
        intake.inputs(),
        intake.tables(),
        ManifestQuality.accounts(input.accounts()),
        ManifestQuality.findings(input.findings()),
        new TreeMap<>(
            catalogue.definitions().stream()
                .collect(toMap(IndicatorDefinition::id, IndicatorDefinition::version))),
        settings.asText(),
        hidden.entrySet().stream()
            .collect(toMap(e -> e.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue)),
        new TreeMap<>(timings));
  }

  private static String version() {
    String version = ManifestWriter.class.getPackage().getImplementationVersion();
    return version == null ? "utveckling" : version;
  }
}
