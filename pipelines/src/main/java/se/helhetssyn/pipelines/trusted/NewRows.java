package se.helhetssyn.pipelines.trusted;

import static se.helhetssyn.pipelines.trusted.TableVersion.ENGINE;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.helhetssyn.pipelines.spark.Location;

/**
 * Rows that come to a Delta Lake table and take nothing away. Spark writes their files, and the
 * table's log names them in one commit, which takes some milliseconds: Spark's own commit puts the
 * table's state together before it and after it.
 */
final class NewRows {
  private static final Logger LOG = LoggerFactory.getLogger(NewRows.class);
  private static final String WRITER = "Helhetssyn";

  private final Path folder;
  private final Dataset<org.apache.spark.sql.Row> rows;

  NewRows(Path folder, Dataset<org.apache.spark.sql.Row> rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /** Makes the table of them. */
  TrustedTables.Written create(Map<String, String> properties) {
    String columns = rows.schema().toNullable().json();
    return commit(
        WrittenFiles.write(folder, rows),
        TableManager.buildCreateTableTransaction(
                Location.of(folder), DataTypeJsonSerDe.deserializeStructType(columns), WRITER)
            .withTableProperties(properties)
            .withMaxRetries(0)
            .build(ENGINE));
  }

  /** Adds them to the table; it stays at its version if there are none. */
  TrustedTables.Written append(long version) {
    TableVersion table = TableVersion.of(folder, version);
    WrittenFiles files = WrittenFiles.write(folder, inOrder(table.columns()));
    return files.rows() == 0
        ? new TrustedTables.Written(version, 0)
        : commit(
            files,
            table
                .snapshot()
                .buildUpdateTableTransaction(WRITER, Operation.WRITE)
                .withMaxRetries(0)
                .build(ENGINE));
  }

  private Dataset<org.apache.spark.sql.Row> inOrder(StructType columns) {
    Column[] names =
        Stream.of(columns.fieldNames())
            .map(name -> rows.col("`" + name + "`"))
            .toArray(Column[]::new);
    var ordered = rows.select(names);
    if (names.length != rows.columns().length || !ordered.schema().toNullable().equals(columns)) {
      throw new IllegalStateException(
          "%s has columns %s".formatted(folder, columns.simpleString()));
    }
    return ordered;
  }

  private static TrustedTables.Written commit(WrittenFiles files, Transaction transaction) {
    Row state = transaction.getTransactionState(ENGINE);
    DataWriteContext context = Transaction.getWriteContext(ENGINE, state, Map.of());
    CloseableIterator<Row> added =
        Transaction.generateAppendActions(
            ENGINE, state, Utils.toCloseableIterator(files.statuses().iterator()), context);
    TransactionCommitResult done =
        transaction.commit(ENGINE, CloseableIterable.inMemoryIterable(added));
    done.getPostCommitHooks().forEach(NewRows::run);
    return new TrustedTables.Written(done.getVersion(), files.rows());
  }

  /** A checkpoint or a checksum only makes the log quicker to read. */
  private static void run(PostCommitHook hook) {
    try {
      hook.threadSafeInvoke(ENGINE);
    } catch (IOException e) {
      LOG.warn("{} could not be written", hook.getType(), e);
    }
  }
}
