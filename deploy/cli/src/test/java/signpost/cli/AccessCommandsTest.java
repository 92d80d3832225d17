package signpost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.store.Database;
import signpost.search.SearchRecord;
import signpost.tools.ExitCode;

final class AccessCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void searchRanOnce() {
    Database.open(SearchRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("search.db"), "", "")
        .close();
  }

  @Test
  void nothingIsMadeWhereSearchNeverRan() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    int code = typed("account", "--data", elsewhere.toString(), "add", "ann");
    assertThat(code).isNotEqualTo(ExitCode.FINE);
    assertThat(err.toString()).contains("There is no " + elsewhere.resolve("search.db"));
    assertThat(elsewhere).isEmptyDirectory();
  }

  private int run(String command, String... arguments) {
    out.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--data";
    all[2] = folder.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return typed(all);
  }

  private int typed(String... words) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void accountIsMadeListedChangedAndRemoved() {
    assertThat(run("account", "add", "Ann", "--role", "administrator")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("Password: ", "otpauth://totp/Signpost:ann?secret=");
    assertThat(run("account", "add", "ann")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run("account", "role", "ann", "operator")).isEqualTo(ExitCode.FINE);
    assertThat(run("account", "list")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).isEqualToIgnoringNewLines("ann operator");
    assertThat(run("account", "reset", "ann")).isEqualTo(ExitCode.FINE);
    assertThat(run("account", "remove", "ann")).isEqualTo(ExitCode.FINE);
    assertThat(run("account", "remove", "ann")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run("account", "add", "ops")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void accountOfAnOwnerIsNamedAsTheAddressThatIsWrittenTo() {
    assertThat(run("account", "add", "ann", "--role", "owner")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("the mail address that Signpost writes to");
    assertThat(run("account", "add", "Ann@Council.example", "--role", "owner")).isZero();
    assertThat(run("account", "add", "O'Brien@Council.example", "--role", "owner")).isZero();
    assertThat(run("account", "list")).isZero();
    assertThat(out.toString())
        .contains("ann@council.example owner", "o'brien@council.example owner");
    assertThat(run("account", "add", "bob")).isZero();
    assertThat(run("account", "role", "bob", "owner")).isEqualTo(ExitCode.USAGE);
  }

  /** As docs/operations.md shows it. */
  @Test
  void folderIsTakenBehindTheCommandAsWell() {
    assertThat(typed("account", "add", "ann", "--role", "operator", "--data", folder.toString()))
        .as(err.toString())
        .isEqualTo(ExitCode.FINE);
    assertThat(run("account", "list")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).isEqualToIgnoringNewLines("ann operator");
  }

  @Test
  void passwordThatWasGivenIsNotPrinted() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("three sesame seeds\n".getBytes(UTF_8)));
    try {
      assertThat(run("account", "add", "ann", "--password-stdin")).isEqualTo(ExitCode.FINE);
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString()).contains("otpauth://").doesNotContain("sesame", "Password:");
  }

  @Test
  void tokenIsShownOnceAndRevoked() {
    assertThat(run("token", "create", "prometheus", "--scope", "metrics,audit"))
        .isEqualTo(ExitCode.FINE);
    String token = out.toString().strip();
    assertThat(token).matches("signpost_[\\w-]{43}");
    assertThat(run("token", "list")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("prometheus audit,metrics").doesNotContain(token);
    assertThat(run("token", "create", "prometheus", "--scope", "crawl"))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(run("token", "revoke", "prometheus")).isEqualTo(ExitCode.FINE);
    assertThat(run("token", "revoke", "prometheus")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run("token", "create", "x", "--scope", "everything")).isEqualTo(ExitCode.USAGE);
  }
}
