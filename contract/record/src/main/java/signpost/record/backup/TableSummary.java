package signpost.record.backup;

import java.util.List;

/**
 * A table as it was backed up.
 *
 * @param columns their names, in the order of a row's values
 * @param checksum of all rows, in hexadecimal digits, whatever their order
 * @param lastNumber the last number that its rows were given, for numbers are never given twice; 0
 *     where the database gives none
 */
public record TableSummary(
    String name, List<String> columns, long rows, String checksum, long lastNumber) {
  public TableSummary {
    columns = List.copyOf(columns);
  }

  /** Whether a table that was read has the same rows. */
  boolean holds(RowChecksum read) {
    return rows == read.rows() && checksum.equals(read.hex());
  }
}
