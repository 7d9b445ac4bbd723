package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.indicators.IndicatorFiles;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.spark.SmallWork;

/**
 * A municipality drawn by a seed and taken in, as a whole and in two halves, and the cells that
 * follow from its trusted rows in one way or another.
 */
final class SeededMunicipality implements AutoCloseable {
  private static final DataPackage CONTRACT = DataPackage.load();
  private static final String SHUFFLES = "spark.sql.shuffle.partitions";

  private final long seed;
  private final Path folder;
  private final TakenStore whole;
  private final TakenStore halves;
  private final Horizon horizon;
  private final LocalDatabase tables;
  private final IndicatorCatalogue catalogue;
  private final CellBook book;
  private final Set<Way> gone = EnumSet.noneOf(Way.class);

  /** How cells are computed: of which tables, in which order and division, and by whom. */
  enum Way {
    ORDERED("main", 1, 1, false),
    SHUFFLED("main", 2, 5, false),
    /** Of rows that all name a unit. */
    NAMED("named", 3, 2, false),
    NAMED_SPARK("named", 4, 1, true),
    NAMED_SPARK_SHUFFLED("named", 5, 6, true),
    /** With the unrelated persons. */
    JOINED("joined", 6, 3, false),
    JOINED_SPARK("joined", 7, 3, true);

    private final String schema;
    private final int order;
    private final int files;
    private final boolean spark;

    Way(String schema, int order, int files, boolean spark) {
      this.schema = schema;
      this.order = order;
      this.files = files;
      this.spark = spark;
    }
  }

  private SeededMunicipality(
      long seed,
      Path folder,
      TakenStore whole,
      TakenStore halves,
      Horizon horizon,
      LocalDatabase tables)
      throws SQLException {
    this.seed = seed;
    this.folder = folder;
    this.whole = whole;
    this.halves = halves;
    this.horizon = horizon;
    this.tables = tables;
    this.catalogue = catalogue();
    this.book = CellBook.in(tables, catalogue, horizon);
  }

  static SeededMunicipality of(long seed, Path folder) throws SQLException, IOException {
    MunicipalityPlan plan = UntidyExtracts.plan(seed);
    Path extracts = folder.resolve("extracts");
    UntidyExtracts.write(seed, extracts);
    HalvedExtracts deliveries = new HalvedExtracts(plan, new Random(seed));
    SparkSession spark = LocalSpark.session();
    TakenStore whole =
        TakenStore.of(spark, folder.resolve("whole"), List.of(deliveries.whole(extracts)));
    TakenStore halves = TakenStore.of(spark, folder.resolve("halves"), deliveries.halves(extracts));
    LocalDatabase tables = LocalDatabase.open(folder.resolve("tables"));
    new LocalTables(CONTRACT, whole.files(), whole.versions()).load(tables);
    NamedUnits.make(tables, "D1");
    UnrelatedPersons.make(tables, seed);
    Horizon horizon = new Horizon(plan.from(), plan.until(), UntidyExtracts.AS_OF);
    return new SeededMunicipality(seed, folder, whole, halves, horizon, tables);
  }

  private static IndicatorCatalogue catalogue() {
    return IndicatorCatalogue.read(
        IndicatorFiles.texts(), CONTRACT.tables().stream().map(SeededMunicipality::shape).toList());
  }

  private static TableShape shape(TableSchema table) {
    return new TableShape(
        table.name(),
        table.columns(),
        table.primaryKey(),
        table.fields().stream()
            .filter(f -> !f.codes().isEmpty())
            .collect(toMap(FieldSchema::name, FieldSchema::codes)));
  }

  /** Every indicator, in order. */
  List<String> indicators() {
    return catalogue.definitions().stream().map(IndicatorDefinition::id).sorted().toList();
  }

  /** What has become of the delivery taken in as a whole. */
  TakenStore whole() {
    return whole;
  }

  /** What has become of it taken in as two. */
  TakenStore halves() {
    return halves;
  }

  /** The book, in which the cells of some ways have been written. */
  CellBook with(Way... ways) throws SQLException, IOException {
    for (Way way : ways) {
      if (gone.add(way)) {
        write(way);
      }
    }
    return book;
  }

  private void write(Way way) throws SQLException, IOException {
    Path place = folder.resolve(way.name());
    StrewnTables strewn =
        StrewnTables.write(
            tables, way.schema, place.resolve("rows"), seed * 31 + way.order, way.files);
    SparkSession spark = LocalSpark.session();
    strewn.register(spark);
    Organisation organisation =
        Organisation.of(spark.table("org_unit"), spark.table("org_succession"));
    CellJob job = new CellJob(spark, catalogue.tables(), place, place.resolve("kept"));
    Cells cells =
        way.spark
            ? inSpark(spark, way, () -> compute(job, organisation, null))
            : compute(job, organisation, strewn.local());
    book.write(way.name(), cells);
    if (way == Way.NAMED) {
      book.run("parts.sql", "${org_unit}", "named.org_unit");
      tables.fill("home", home(organisation));
    }
  }

  private Cells compute(CellJob job, Organisation organisation, @Nullable LocalTables local) {
    return job.compute(catalogue.definitions(), organisation, horizon, local);
  }

  private static Cells inSpark(SparkSession spark, Way way, Supplier<Cells> work) {
    String before = spark.conf().get(SHUFFLES);
    spark.conf().set(SHUFFLES, way.files);
    try {
      return SmallWork.over(0, spark, work);
    } finally {
      spark.conf().set(SHUFFLES, before);
      spark.catalog().clearCache();
    }
  }

  /** The nodes that count rows of the unit which the unrelated persons come to. */
  private Stream<List<@Nullable Object>> home(Organisation organisation) throws SQLException {
    String unit = book.texts("SELECT org_unit_id FROM newhome").getFirst();
    Stream<List<@Nullable Object>> then =
        Stream.of(MeasureQuery.AS_WAS, MeasureQuery.AS_WAS_GEO)
            .flatMap(attribution -> nodes(organisation.belongings(), unit, attribution));
    Stream<List<@Nullable Object>> now =
        nodes(organisation.today(horizon.lastKnownDay()).belongings(), unit, MeasureQuery.AS_IS);
    return Stream.concat(then, now);
  }

  private static Stream<List<@Nullable Object>> nodes(
      List<Organisation.Belonging> belongings, String unit, String attribution) {
    return belongings.stream()
        .filter(b -> b.anchor().equals(unit))
        .map(b -> List.of(attribution, b.level().name(), b.node()));
  }

  @Override
  public void close() throws SQLException {
    tables.close();
  }
}
