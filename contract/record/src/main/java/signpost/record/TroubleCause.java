package signpost.record;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why something failed: its kind, and words that end a sentence. */
public record TroubleCause(CauseKind kind, String words) {
  private static final int MOST_WORDS = 200;

  /** Each is logged once in one trouble. */
  public enum CauseKind {
    AWAY("it is away"),
    DATABASE_AWAY("the database is away"),
    DATABASE_BUSY("the database is busy with somebody else"),
    DATABASE_DAMAGED("the database’s file is damaged"),
    DISK_FULL("the disk is full"),
    NOT_WRITABLE("the data folder cannot be written"),
    FILES("a file cannot be read or written"),
    STUCK("it does not get on"),
    UNFORESEEN("something unforeseen happened");

    private final String words;

    CauseKind(String words) {
      this.words = words;
    }
  }

  /** The first thing known in a chain of causes. */
  public static TroubleCause of(Throwable thrown) {
    List<Throwable> chain = CauseChain.of(thrown);
    if (chain.stream().filter(AwayException.class::isInstance).findFirst().orElse(null)
        instanceof AwayException away) {
      return new TroubleCause(CauseKind.AWAY, brief(away.getMessage()));
    }
    CauseKind kind =
        chain.stream()
            .map(TroubleCause::kind)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(CauseKind.UNFORESEEN);
    return new TroubleCause(kind, kind.words + " (" + detail(kind, chain) + ")");
  }

  /** A step has taken longer than it may. */
  static TroubleCause stuck() {
    return new TroubleCause(CauseKind.STUCK, "it hangs in one step and does not get on");
  }

  /**
   * Whether it goes by itself, or when somebody makes room: the same thing is worth trying again.
   */
  public boolean isPassing() {
    return switch (kind) {
      case AWAY, DATABASE_AWAY, DATABASE_BUSY, DISK_FULL, NOT_WRITABLE -> true;
      case DATABASE_DAMAGED, FILES, STUCK, UNFORESEEN -> false;
    };
  }

  private static Optional<CauseKind> kind(Throwable thrown) {
    return switch (thrown) {
      case SQLException sql -> ofDatabase(sql);
      case AccessDeniedException _ -> Optional.of(CauseKind.NOT_WRITABLE);
      case IOException file -> Optional.of(ofFile(file));
      default -> Optional.empty();
    };
  }

  private static Optional<CauseKind> ofDatabase(SQLException sql) {
    String state = sql.getSQLState();
    if (state != null) {
      return ofState(state);
    }
    return switch (sql) {
      case SQLTransientConnectionException _, SQLNonTransientConnectionException _ ->
          Optional.of(CauseKind.DATABASE_AWAY);
      default -> ofSqlite(sql.getErrorCode());
    };
  }

  /**
   * PostgreSQL's classes: 08 connection, 53 resources, 57P shut down or starting up. A session that
   * waited too long within a transaction was ended (25P03); a statement that took too long was
   * broken off (57014).
   */
  private static Optional<CauseKind> ofState(String state) {
    return switch (state) {
      case "53100" -> Optional.of(CauseKind.DISK_FULL);
      case "25006" -> Optional.of(CauseKind.NOT_WRITABLE);
      case "40001", "40P01", "55P03", "57014" -> Optional.of(CauseKind.DATABASE_BUSY);
      case "25P03", "58030" -> Optional.of(CauseKind.DATABASE_AWAY);
      case String it when it.startsWith("53") -> Optional.of(CauseKind.DATABASE_BUSY);
      case String it when it.startsWith("08") || it.startsWith("57P") ->
          Optional.of(CauseKind.DATABASE_AWAY);
      default -> Optional.empty();
    };
  }

  /** SQLite's primary result codes, https://sqlite.org/rescode.html. */
  private static Optional<CauseKind> ofSqlite(int code) {
    return switch (code) {
      case 5, 6 -> Optional.of(CauseKind.DATABASE_BUSY);
      case 8 -> Optional.of(CauseKind.NOT_WRITABLE);
      case 10, 14 -> Optional.of(CauseKind.DATABASE_AWAY);
      case 11, 26 -> Optional.of(CauseKind.DATABASE_DAMAGED);
      case 13 -> Optional.of(CauseKind.DISK_FULL);
      default -> Optional.empty();
    };
  }

  private static CauseKind ofFile(IOException file) {
    String low = String.valueOf(file.getMessage()).toLowerCase(Locale.ROOT);
    if (low.contains("no space left") || low.contains("quota exceeded")) {
      return CauseKind.DISK_FULL;
    }
    return low.contains("read-only file system") || low.contains("permission denied")
        ? CauseKind.NOT_WRITABLE
        : CauseKind.FILES;
  }

  private static String detail(CauseKind kind, List<Throwable> chain) {
    Throwable deepest = chain.getLast();
    String message = brief(deepest.getMessage());
    return kind == CauseKind.UNFORESEEN || message.isEmpty()
        ? deepest.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message)
        : message;
  }

  private static String brief(@Nullable String message) {
    String line = message == null ? "" : message.strip().lines().findFirst().orElse("").strip();
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "…" : line;
  }
}
