package se.helhetssyn.datasets.fault;

import java.util.List;
import java.util.stream.Stream;

/** Every fault that can be planted. To add one is to add one to its list. */
final class Faults {
  static final List<RowFault> OF_ROWS =
      Stream.of(
              PersonFaults.all(),
              EnrolmentFaults.all(),
              ConferenceFaults.all(),
              RiskFaults.all(),
              RegisterFaults.all(),
              DeviationFaults.all(),
              AnyTableFaults.all())
          .flatMap(List::stream)
          .toList();

  static final List<FileFault> OF_FILES = FileFaults.all();

  private Faults() {}
}
