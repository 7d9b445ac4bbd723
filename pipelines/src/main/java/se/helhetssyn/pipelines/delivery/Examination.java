package se.helhetssyn.pipelines.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.door.Expectation;

/** Sends files through the door, as many at a time as there are processors. */
final class Examination {
  private record Visit(Path file, Expectation expected) {}

  private final Map<Visit, Future<ArrivedFile>> visits = new LinkedHashMap<>();
  private final Map<String, List<Visit>> groups = new TreeMap<>();

  private Examination() {}

  /**
   * Examines files once for each way in which they are to be read.
   *
   * @param files file → groups it belongs to
   * @param excepted columns that are not searched for identity numbers
   * @return group → its files, in order
   */
  static Map<String, List<ArrivedFile>> of(
      Map<Path, List<String>> files, Layout layout, List<ExceptedColumn> excepted) {
    Examination examination = new Examination();
    try (ExecutorService hands =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      files.forEach((file, names) ->
          names.forEach(name -> {
            Expectation known = layout.expectation(name);
            Set<String> columns = ExceptedColumn.of(excepted, name, file);
            examination.start(new Visit(file, known.excepting(columns)), name, hands);
          }));
      Map<String, List<ArrivedFile>> examined = new TreeMap<>();
      examination.groups.forEach(
          (name, visits) -> examined.put(name, visits.stream().map(examination::result).toList()));
      return examined;
    }
  }

  private void start(Visit visit, String group, ExecutorService hands) {
    visits.computeIfAbsent(visit, v -> hands.submit(() -> examine(v)));
    groups.computeIfAbsent(group, name -> new ArrayList<>()).add(visit);
  }

  /**
   * A file of whose columns only some have names that are known is not turned away for it: the one
   * who reads the header can say which. Where none has, its first row may be no header but data.
   * What stands far below a header that is not known is only seen then.
   */
  private static ArrivedFile examine(Visit visit) {
    ArrivedFile examined = Door.examine(visit.file(), visit.expected());
    if (examined.turnedAway().filter(why -> why.rule().equals("CT09")).isEmpty()) {
      return examined;
    }
    ArrivedFile whatever = Door.examine(visit.file(), visit.expected().unnamed());
    boolean identity = whatever.turnedAway().filter(why -> !why.hits().isEmpty()).isPresent();
    boolean isHeader =
        whatever
            .form()
            .filter(form -> form.header().stream().anyMatch(visit.expected().columns()::contains))
            .isPresent();
    return identity || isHeader ? whatever : examined;
  }

  private ArrivedFile result(Visit visit) {
    Future<ArrivedFile> result = visits.get(visit);
    if (result == null) {
      throw new IllegalStateException("not examined");
    }
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
