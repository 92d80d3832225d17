package signpost.record.store;

/**
 * Whose tables a database holds.
 *
 * @param module the name of the service, as {@code ingest}: of its SQLite file, of the folder with
 *     its migrations, and of what it locks on PostgreSQL
 * @param lost what starting afresh loses, as the end of a sentence for ops
 * @param publishes whether it has an outbox, for others to hear of what happens; a file will do for
 *     one that does not, where all others are in PostgreSQL
 */
public record ModuleSchema(String module, String lost, boolean publishes) {
  String migrations() {
    return "classpath:signpost/" + module + "/db";
  }

  /** The name of its SQLite file. */
  public String file() {
    return module + ".db";
  }
}
