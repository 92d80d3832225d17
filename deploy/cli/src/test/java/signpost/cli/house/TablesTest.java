package signpost.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever changes a table finds all that writes it in one package. A module with migrations has a
 * database; what has none, as the record's outbox, may write in every one.
 */
final class TablesTest {
  private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+)");

  /** As SQL is written here: its own words in capitals, and no table's name put in by code. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\b(?:INSERT(?: OR [A-Z]+)? INTO|REPLACE INTO|MERGE INTO|DELETE FROM"
              + "|(?<!DO |FOR )UPDATE)\\s+(\\w*)");

  /** A backup is of all tables, whatever they are called, and put back where there is nothing. */
  private static final String WHOLE_DATABASES = "signpost.record.backup";

  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

  static List<String> databases() throws IOException {
    List<String> databases = new ArrayList<>();
    for (String module : House.MODULES) {
      if (!migrations(module).isEmpty()) {
        databases.add(module);
      }
    }
    return databases;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyTableIsWrittenInOnePackage(String database) throws IOException {
    assertThat(writers(database))
        .allSatisfy((table, packages) ->
            assertThat(packages).as("packages that write %s", table).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyStatementNamesATableOfTheMigrations(String database) throws IOException {
    assertThat(writers(database)).containsOnlyKeys(tables(database));
  }

  @Test
  void nothingOfOursChangesOrRemovesALineOfTheAuditLog() throws IOException {
    for (Path source : House.files("search", "src/main/java", ".java")) {
      assertThat(source)
          .content()
          .doesNotContainPattern("(?:UPDATE|DELETE FROM|REPLACE INTO)\\s+audit\\b");
    }
  }

  private static Map<String, Set<String>> writers(String database) throws IOException {
    Map<String, Set<String>> writers = new TreeMap<>();
    tables(database).forEach(table -> writers.put(table, new TreeSet<>()));
    for (String module : House.MODULES) {
      if (module.equals(database) || migrations(module).isEmpty()) {
        for (Path source : sources(module)) {
          String text = JOINED.matcher(Files.readString(source)).replaceAll("");
          names(WRITTEN, text).stream()
              .filter(table -> module.equals(database) || !isOnlyElsewhere(table, database))
              .forEach(table ->
                  writers
                      .computeIfAbsent(table, _ -> new TreeSet<>())
                      .add(House.packageOf(source)));
        }
      }
    }
    return writers;
  }

  /** Not every database has the tables of the record: search's sends nothing. */
  private static boolean isOnlyElsewhere(String table, String database) {
    return !has(database, table) && names().anyMatch(other -> has(other, table));
  }

  private static Stream<String> names() {
    try {
      return databases().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(String database, String table) {
    try {
      return tables(database).contains(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(String module) throws IOException {
    return House.files(module, "src/main/java", ".java").stream()
        .filter(it -> !House.packageOf(it).equals(WHOLE_DATABASES))
        .toList();
  }

  private static Set<String> tables(String database) throws IOException {
    Set<String> tables = new TreeSet<>();
    for (Path migration : migrations(database)) {
      tables.addAll(names(CREATED, Files.readString(migration)));
    }
    return tables;
  }

  private static List<Path> migrations(String module) throws IOException {
    return House.files(module, "src/main/resources", ".sql");
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).toList();
  }
}
