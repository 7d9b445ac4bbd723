package se.helhetssyn.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Lays out a band of limits. It is broken where a phase begins, and left out where a value is not
 * shown, since limits follow from counts.
 */
final class BandPlot {
  /** A band reaches beyond its first and last place, so that a single one is seen. */
  private static final double OVERHANG = 0.3;

  private final LineChart chart;
  private final ChartBand band;

  BandPlot(LineChart chart, ChartBand band) {
    this.chart = chart;
    this.band = band;
  }

  /** What the band means, where a chart has one. */
  static Optional<Key> key(LineChart chart) {
    return Optional.ofNullable(chart.band())
        .map(band -> new Key(Key.Sign.BAND, Ink.BAND, band.name()));
  }

  void addTo(Marks marks) {
    for (List<Marks.Edge> run : runs(this::edge)) {
      Marks.Edge first = run.getFirst();
      Marks.Edge last = run.getLast();
      run.addFirst(new Marks.Edge(first.at() - OVERHANG, first.lower(), first.upper()));
      run.addLast(new Marks.Edge(last.at() + OVERHANG, last.lower(), last.upper()));
      marks.areas().add(new Marks.Area(run));
    }
    for (List<Marks.Place> run : runs(this::centre)) {
      Marks.Place first = run.getFirst();
      Marks.Place last = run.getLast();
      run.addFirst(new Marks.Place(first.at() - OVERHANG, first.value()));
      run.addLast(new Marks.Place(last.at() + OVERHANG, last.value()));
      marks.lines().add(new Marks.Line(run, Ink.SOFT.token(), 1));
    }
  }

  /** What there is at each label, divided where there is nothing or a phase begins. */
  private <T> List<List<T>> runs(IntFunction<Optional<T>> at) {
    List<List<T>> runs = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < chart.labels().size(); i++) {
      Optional<T> found = at.apply(i);
      if (found.isPresent()) {
        if (!open || chart.newPhase(i)) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(found.get());
      }
      open = found.isPresent();
    }
    return runs;
  }

  private Optional<Marks.Edge> edge(int label) {
    return limits(label).map(l -> new Marks.Edge(label, l.lower(), l.upper()));
  }

  private Optional<Marks.Place> centre(int label) {
    return limits(label)
        .map(ChartBand.Limits::centre)
        .map(centre -> new Marks.Place(label, centre));
  }

  private Optional<ChartBand.Limits> limits(int label) {
    return chart.hidden(label) ? Optional.empty() : band.limits().get(label);
  }
}
