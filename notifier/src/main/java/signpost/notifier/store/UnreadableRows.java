package signpost.notifier.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.intake.RecordFault;

/**
 * Passes over rows that this version cannot read, so that one keeps nobody from the rest. Each is
 * said once.
 */
public final class UnreadableRows {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadableRows.class);
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private boolean any;

  /** Makes something of a row. */
  public interface RowReading<T> {
    T read() throws SQLException;
  }

  /**
   * What is read, or nothing where reading it fails each time; {@code row} begins a sentence for
   * ops.
   */
  public <T> Optional<T> passOver(String row, RowReading<T> reading) {
    try {
      T read = reading.read();
      SAID.remove(row);
      return Optional.of(read);
    } catch (RuntimeException | SQLException e) {
      String _ = RecordFault.inWords(e);
      any = true;
      if (SAID.add(row)) {
        LOG.error("{} cannot be read and is passed over", row, e);
      }
      return Optional.empty();
    }
  }

  /** Whether anything was passed over: the next version may be able to read it. */
  public boolean any() {
    return any;
  }
}
