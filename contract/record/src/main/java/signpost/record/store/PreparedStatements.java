package signpost.record.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The statements of every visit, prepared once for a handle: SQLite takes longer to compile one
 * than to run it. What is run now and then goes through the handle itself.
 */
public final class PreparedStatements implements JdbiConfig<PreparedStatements> {
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /** One row, into what it means. */
  public interface RowReader<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Runs a statement; how many rows it changed. */
  public static int update(Handle handle, String sql, @Nullable Object... arguments) {
    try {
      return bound(handle, sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Runs a statement that has neither rows nor a count. */
  static void run(Handle handle, String sql) {
    try {
      bound(handle, sql, new Object[0]).execute();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** All rows of a query, or of a statement that returns what it changed. */
  public static <T> List<T> list(
      Handle handle, RowReader<T> each, String sql, @Nullable Object... arguments) {
    try (ResultSet rows = bound(handle, sql, arguments).executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(each.of(rows));
      }
      return list;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first row, if there is one. */
  public static <T> Optional<T> first(
      Handle handle, RowReader<T> row, String sql, @Nullable Object... arguments) {
    return list(handle, row, sql, arguments).stream().findFirst();
  }

  private static PreparedStatement bound(Handle handle, String sql, @Nullable Object[] arguments)
      throws SQLException {
    Map<String, PreparedStatement> statements =
        handle.getConfig(PreparedStatements.class).statements;
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = handle.getConnection().prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  private static RuntimeException failed(String sql, SQLException e) {
    return new UnableToExecuteStatementException(e.getMessage() + " in: " + sql, e, null);
  }

  /** A copy is for another handle, and starts with none. */
  @Override
  public PreparedStatements createCopy() {
    return new PreparedStatements();
  }
}
