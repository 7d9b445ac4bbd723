package se.helhetssyn.pipelines.trusted;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import se.helhetssyn.pipelines.spark.Location;

/**
 * Rows that come to a Delta Lake table and take nothing away. Spark writes their files, and the
 * table's log names them in one commit, which takes some milliseconds: Spark's own commit puts the
 * table's state together before it and after it.
 */
final class NewRows {
  private static final String WRITER = "Helhetssyn";
  private static final Engine ENGINE = DefaultEngine.create(new Configuration());

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
            .build(ENGINE));
  }

  /** Adds them to the table; it stays at its version if there are none. */
  TrustedTables.Written append(long version) {
    TableVersion table = TableVersion.of(folder, version);
    StructType columns = table.columns();
    if (!rows.schema().toNullable().equals(columns)) {
      throw new IllegalStateException("%s has columns %s".formatted(folder, columns.simpleString()));
    }
    WrittenFiles files = WrittenFiles.write(folder, rows);
    return files.rows() == 0
        ? new TrustedTables.Written(version, 0)
        : commit(
            files,
            table.snapshot().buildUpdateTableTransaction(WRITER, Operation.WRITE).build(ENGINE));
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

  private static void run(PostCommitHook hook) {
    try {
      hook.threadSafeInvoke(ENGINE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
