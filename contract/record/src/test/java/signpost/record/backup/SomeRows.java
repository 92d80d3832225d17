package signpost.record.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.store.Database;
import signpost.record.store.JdbcConfig;
import signpost.record.store.ModuleSchema;
import signpost.record.store.WholeDatabase;

/** Databases with rows, and what is done with them. */
final class SomeRows {
  static final ModuleSchema SCHEMA = new ModuleSchema("record", "nothing is lost", true);
  static final Instant AT = Instant.parse("2026-11-29T16:00:00Z");

  private SomeRows() {}

  static String sqlite(Path file) {
    return "jdbc:sqlite:" + file;
  }

  /** A database with its tables, and rows of the outbox with these bodies. */
  static String filled(String url, String... bodies) throws SQLException {
    Database.open(SCHEMA, url, "", "").close();
    for (String body : bodies) {
      put(url, body);
    }
    return url;
  }

  static void put(String url, String body) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO outbox (topic, record_key, headers, body, created_at)"
                    + " VALUES ('topic', 'key', '{}', ?, 1)")) {
      insert.setString(1, body);
      insert.executeUpdate();
    }
  }

  static void run(String url, String sql, byte[]... values) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setBytes(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  /** The answer to a question, as text. */
  static String asked(String url, String question) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }

  static WholeDatabase at(String url) {
    return WholeDatabase.open(SCHEMA, JdbcConfig.of(url, "", ""));
  }

  static BackupManifest backup(String url, Path file) throws IOException {
    try (BackupWriter writer = BackupWriter.begin(file, AT);
        DatabaseSnapshot rows = DatabaseSnapshot.of(at(url))) {
      writer.add(rows);
      writer.add("notes.txt", new java.io.ByteArrayInputStream("Remember.".getBytes(UTF_8)));
      return writer.finish("0.1.0");
    }
  }

  static DatabaseSummary restore(Path file, String url) throws IOException {
    try (BackupFile backup = BackupFile.open(file)) {
      DatabaseSummary summary = backup.manifest().databases().getFirst();
      try (DatabaseLoad load = DatabaseLoad.begin(at(url), summary.version())) {
        backup.load(summary, load);
        load.commit();
      }
      return summary;
    }
  }
}
