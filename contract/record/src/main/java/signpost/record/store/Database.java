package signpost.record.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import signpost.trace.CurrentSpan;
import signpost.trace.OpenSpan;

/**
 * One writer thread commits what waits together, a savepoint per item, so that one bad item harms
 * no other and a sync to disk serves many. Reads run on a few platform threads: SQLite's native
 * calls would pin virtual ones. A write has happened when {@link #write} returns.
 */
public final class Database implements AutoCloseable {
  private static final int BATCH = 4_000;

  /** By itself Flyway lets an older version write the tables of a newer one. */
  private static final String[] NEWER_IS_REFUSED = {};

  /** A log beside the file: who reads and who writes do not wait for one another. */
  static final String LOGGED = "journal_mode=WAL";

  /** A transaction is of who writes, for here nobody reads in one. */
  static final String WRITES = "transaction_mode=IMMEDIATE";

  static final int READERS = 3;

  /** Whoever holds a turn holds a connection: who reads events, sends them, sends mail. */
  private static final int MOST_TURNS = 3;

  /** A database that is away is said to be so soon; whoever needs it tries again. */
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  private static final FileAttribute<?> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final ModuleSchema schema;
  private final SqlDialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final BlockingQueue<QueuedWrite<?>> waiting = new ArrayBlockingQueue<>(4 * BATCH);
  private final ExecutorService readers;
  private final Thread writer;
  private @Nullable Handle writing; // the writer's own, for as long as it works

  /** A reader's own, while it reads: were all of them to wait for another, none would end. */
  @SuppressWarnings("ThreadLocalUsage") // each database has readers of its own
  private final ThreadLocal<@Nullable Handle> reading = new ThreadLocal<>();

  private volatile boolean open = true;

  private Database(ModuleSchema schema, SqlDialect dialect, HikariDataSource pool) {
    this.schema = schema;
    this.dialect = dialect;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.readers =
        Executors.newFixedThreadPool(READERS, Thread.ofPlatform().name("sql-read-", 0).factory());
    this.writer = Thread.ofPlatform().name("sql-write").start(this::writeUntilClosed);
  }

  /** Work on one connection. */
  public interface Work<T> {
    T in(Handle handle);
  }

  /**
   * Opens and migrates the database.
   *
   * @throws UnusableDatabase with a message for ops when that cannot be done
   */
  public static Database open(ModuleSchema schema, String url, String user, String password) {
    return open(schema, JdbcConfig.of(url, user, password));
  }

  /** As {@link #open(ModuleSchema, String, String, String)}, secured as is configured. */
  public static Database open(ModuleSchema schema, JdbcConfig jdbc) {
    SqlDialect dialect = SqlDialect.of(jdbc.url());
    HikariDataSource pool = null;
    jdbc.file().ifPresent(Database::keepPrivate);
    try {
      pool = new HikariDataSource(settings(schema, jdbc, READERS + 1 + MOST_TURNS));
      flyway(schema, pool, dialect).migrate();
      return new Database(schema, dialect, pool);
    } catch (RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      throw UnusableDatabase.at(schema, jdbc, e);
    }
  }

  /**
   * People's addresses, accounts and sessions are in them: a new file is for whoever runs us alone,
   * and what SQLite puts beside it has the same mode. What cannot be made SQLite says better.
   */
  private static void keepPrivate(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, OWNERS);
      }
    } catch (IOException | UnsupportedOperationException _) {
      // SQLite makes it, or says why not
    }
  }

  /** How connections are made. */
  static HikariConfig settings(ModuleSchema schema, JdbcConfig jdbc, int most) {
    SqlDialect dialect = SqlDialect.of(jdbc.url());
    if (dialect == SqlDialect.SQLITE) {
      SqliteLibrary.load();
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(dialect == SqlDialect.SQLITE ? withSafeDefaults(jdbc.url()) : jdbc.url());
    if (dialect == SqlDialect.POSTGRESQL) {
      PostgresSession.DRIVER.forEach(config::addDataSourceProperty);
      jdbc.security().forEach(config::addDataSourceProperty);
      config.setConnectionInitSql(PostgresSession.START);
    }
    config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
    config.setUsername(jdbc.username());
    config.setPassword(jdbc.password());
    config.setMaximumPoolSize(most);
    config.setPoolName(schema.module());
    return config;
  }

  /**
   * A transaction takes SQLite's only writer when it begins: one that reads first and finds that
   * another process wrote meanwhile could not go on (SQLITE_BUSY_SNAPSHOT). Reads are no
   * transactions here.
   */
  private static String withSafeDefaults(String url) {
    String mark = url.contains("?") ? "&" : "?";
    return url
        + mark
        + LOGGED
        + "&synchronous=FULL&busy_timeout=10000&foreign_keys=true"
        + "&"
        + WRITES
        + "&cache_size=-65536&wal_autocheckpoint=16000";
  }

  /**
   * Flyway's lock is the session's: a transaction's would stand idle while a migration runs, and be
   * ended with it. Whoever waits for the lock asks once a second.
   */
  static Flyway flyway(ModuleSchema schema, HikariDataSource pool, SqlDialect dialect) {
    return migrations(schema, pool, dialect).load();
  }

  /** The same, for whoever has wishes of his own. */
  static FluentConfiguration migrations(
      ModuleSchema schema, HikariDataSource pool, SqlDialect dialect) {
    FluentConfiguration flyway = Flyway.configure().ignoreMigrationPatterns(NEWER_IS_REFUSED);
    flyway
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway
        .lockRetryCount((int) PostgresSession.MIGRATED_WITHIN.toSeconds())
        .dataSource(pool)
        .locations(schema.migrations())
        .placeholders(dialect.placeholders());
  }

  /** Whose tables these are. */
  public ModuleSchema schema() {
    return schema;
  }

  public SqlDialect dialect() {
    return dialect;
  }

  /** Runs the work in a transaction and returns when it is on disk. */
  public <T> T write(Work<T> work) {
    return joined(writing(work));
  }

  /** As {@link #write}, without waiting. */
  public <T> CompletableFuture<T> writing(Work<T> work) {
    QueuedWrite<T> item = new QueuedWrite<>(work);
    try {
      while (!waiting.offer(item, 1, TimeUnit.SECONDS)) {
        refuseIfClosed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to write", e);
    }
    refuseIfClosed();
    return item.done;
  }

  /**
   * Runs something once what is being written is on disk, and never where that is undone.
   *
   * @throws IllegalStateException if nothing is being written on this thread
   */
  public void afterCommit(Runnable then) {
    QueuedWrite<?> now = QueuedWrite.NOW.get();
    if (now == null) {
      throw new IllegalStateException("nothing is being written");
    }
    now.afterwards.add(then);
  }

  /** Runs a query that changes nothing. A read within a read goes on with the same connection. */
  public <T> T read(Work<T> work) {
    Handle within = reading.get();
    return within == null
        ? joined(
            CompletableFuture.supplyAsync(
                () -> jdbi.withHandle(handle -> reading(handle, work)), readers))
        : work.in(within);
  }

  private <T> T reading(Handle handle, Work<T> work) {
    reading.set(handle);
    try {
      return work.in(handle);
    } finally {
      reading.remove();
    }
  }

  /** Takes the named turn; empty while another process of the same database has it. */
  public Optional<ProcessLock> turn(String name) {
    return switch (dialect) {
      case SQLITE -> Optional.of(new ProcessLock.SingleProcess());
      case POSTGRESQL -> ProcessLock.AdvisoryLock.take(jdbi.open(), name);
    };
  }

  /** What came of work handed over; throws what it threw. */
  public static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void refuseIfClosed() {
    if (!open) {
      throw new IllegalStateException("the database is closed");
    }
  }

  private void writeUntilClosed() {
    List<QueuedWrite<?>> batch = new ArrayList<>(BATCH);
    while (open || !waiting.isEmpty()) {
      try {
        QueuedWrite<?> first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, BATCH - 1);
          commit(batch);
          batch.clear();
        }
      } catch (InterruptedException _) {
        open = false;
      }
    }
    letGo();
  }

  private void commit(List<QueuedWrite<?>> batch) {
    try {
      Handle handle = writing == null ? jdbi.open() : writing;
      writing = handle;
      handle.begin();
      dialect.oneWriter(schema).ifPresent(handle::execute);
      batch.forEach(item -> item.run(handle));
      handle.commit();
      batch.forEach(QueuedWrite::succeed);
    } catch (Throwable e) { // Whoever waits is told, whatever it was; the writer goes on.
      letGo();
      batch.forEach(item -> item.fail(e));
    }
  }

  /** The next batch takes another connection: this one may be broken. */
  private void letGo() {
    Handle handle = writing;
    writing = null;
    try {
      if (handle != null) {
        handle.close();
      }
    } catch (RuntimeException _) {
      // it was broken, or within a transaction, which this rolls back
    }
  }

  /** Writes what waits, then closes. */
  @Override
  public void close() {
    open = false;
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    readers.close();
    pool.close();
  }

  private static final class QueuedWrite<T> {
    private final Work<T> work;
    private final OpenSpan span = CurrentSpan.get();
    private final CompletableFuture<T> done = new CompletableFuture<>();

    /** What the writer is at. */
    static final ThreadLocal<@Nullable QueuedWrite<?>> NOW = new ThreadLocal<>();

    private final List<Runnable> afterwards = new ArrayList<>();
    private @Nullable Runnable outcome;

    QueuedWrite(Work<T> work) {
      this.work = work;
    }

    void run(Handle handle) {
      PreparedStatements.run(handle, "SAVEPOINT item");
      NOW.set(this);
      try {
        T result = span.around(() -> work.in(handle));
        PreparedStatements.run(handle, "RELEASE SAVEPOINT item");
        outcome = () -> done.complete(result);
      } catch (Throwable e) {
        afterwards.clear();
        rollBack(handle, e);
        outcome = () -> done.completeExceptionally(e);
      } finally {
        NOW.remove();
      }
    }

    /** A full disk ends the whole transaction, and with it this point to go back to. */
    private static void rollBack(Handle handle, Throwable why) {
      try {
        PreparedStatements.run(handle, "ROLLBACK TO SAVEPOINT item");
      } catch (RuntimeException e) {
        throw new ConnectionException(why);
      }
    }

    void succeed() {
      afterwards.forEach(Runnable::run);
      if (outcome != null) {
        outcome.run();
      }
    }

    void fail(Throwable e) {
      done.completeExceptionally(e);
    }
  }
}
