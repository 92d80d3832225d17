package signpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.catalogue.PlacementScope;
import signpost.notifier.NotifierRecord;
import signpost.notifier.desk.Subscriptions;
import signpost.notifier.owner.OwnerDirectory;
import signpost.record.store.Database;
import signpost.record.store.ModuleSchema;
import signpost.search.SearchRecord;
import signpost.search.account.LocalAccounts;
import signpost.search.account.Role;
import signpost.search.audit.Actor;
import signpost.tools.ExitCode;

/** Somebody asks what is kept of them, and to have it removed; both databases are in use. */
final class PersonCommandTest {
  private static final String JO = "jo@council.example";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Database notifier;
  private Database search;

  @BeforeEach
  void joSubscribedAndHasAnAccount() throws IOException {
    Files.createDirectories(folder.resolve("catalogue"));
    notifier = opened("notifier", NotifierRecord.SCHEMA);
    search = opened("search", SearchRecord.SCHEMA);
    notifier.write(handle ->
        OwnerDirectory.subscribe(
            handle,
            Subscriptions.subscriber(JO),
            JO,
            PlacementScope.parse("guide:snap").orElseThrow(),
            Instant.EPOCH));
    LocalAccounts.of(search, InstantSource.system())
        .add(Actor.shell(), JO, Role.OPERATOR, Optional.empty());
  }

  private Database opened(String part, ModuleSchema schema) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data").resolve(part));
    return Database.open(schema, "jdbc:sqlite:" + data.resolve(schema.file()), "", "");
  }

  @AfterEach
  void close() {
    notifier.close();
    search.close();
  }

  private int typed(String... words) {
    return Main.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Stream.of("person"), Stream.of(words)).toArray(String[]::new));
  }

  private int run(String command, String address) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return typed(
        "--data",
        folder.resolve("data").toString(),
        "--set",
        "signpost.catalogue=" + folder.resolve("catalogue"),
        "--set",
        "signpost.ops.email=ops@council.example",
        command,
        address);
  }

  @Test
  void whatIsKeptIsShownRemovedAndGoneWithoutATraceOfTheAddress() {
    assertThat(run("find", "Jo <jo@council.example>")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .contains("notifier: subscriptions: 1", "search: the account of an operator")
        .contains("search: named in 1 lines of the audit log, which stay");

    assertThat(run("remove", JO)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("notifier: subscriptions: 1", "backups made before");

    assertThat(run("find", JO)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .contains("a mark of the address")
        .contains("named in 2 lines of the audit log")
        .doesNotContain("subscriptions", "account of");
    assertThat(run("allow", JO)).isEqualTo(ExitCode.FINE);
    assertThat(run("allow", JO)).isEqualTo(ExitCode.PROBLEMS);
  }

  @Test
  void whoeverIsSignedInThroughTheProviderIsFoundAndSignedOut() {
    String address = "may@council.example";
    search.write(handle ->
        handle.execute(
            "INSERT INTO session (digest, name, subject, way, basis, role, address, opened_at, used_at)"
                + " VALUES ('d', 'May', '1', 'PROVIDER', 'b', 'OWNER', ?, 0, 0)",
            address));
    assertThat(run("find", "May@council.example")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("search: signed in through the provider, sessions: 1");
    run("remove", address);
    assertThat(out.toString()).contains("search: signed in through the provider, sessions: 1");
    run("find", address);
    assertThat(out.toString()).doesNotContain("sessions: ");
  }

  @Test
  void optionsAreTakenBehindTheCommandAsWell() {
    assertThat(
            typed(
                "find",
                "--data",
                folder.resolve("data").toString(),
                "--catalogue",
                folder.resolve("catalogue").toString(),
                "--part",
                "run",
                "--set",
                "signpost.ops.email=ops@council.example",
                "--owner",
                "jo",
                JO))
        .as(err.toString())
        .isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("notifier: subscriptions: 1");
  }

  /** The first of them would be forgotten, and what is kept under it would stay. */
  @Test
  void optionOnBothSidesOfTheCommandIsRefused() {
    for (String option : List.of("--owner", "--data", "--part", "--set")) {
      err.getBuffer().setLength(0);
      String value = option.equals("--set") ? "signpost.zone=Europe/London" : "run";
      assertThat(typed(option, value, "find", option, value, JO))
          .as(option)
          .isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains(option + " stands before “find” and behind it");
    }
  }

  /** What stands before counts: the command behind has no default of its own that would win. */
  @Test
  void optionBeforeTheCommandIsNotForgotten() {
    assertThat(
            typed(
                "--part", "search", "--data", folder.resolve("data/search").toString(), "find", JO))
        .as(err.toString())
        .isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("search: the account").doesNotContain("notifier:");
  }

  @Test
  void whoIsNamedInTheCatalogueIsForWhoeverEditsIt() throws IOException {
    Files.writeString(
        folder.resolve("catalogue/owners.yaml"),
        "owners:\n  jo: { name: Jo, email: " + JO + " }\n");

    assertThat(run("remove", JO)).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString()).contains("named as the owner “jo”", "whoever edits its file");
  }

  @Test
  void nobodyAndNonsenseAreToldApartAndOpsStay() {
    assertThat(run("find", "nobody@council.example")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString()).contains("Nothing is kept of nobody@council.example.");
    assertThat(run("find", "jo@council")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is no mail address");
    assertThat(run("remove", "ops@council.example")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("signpost.ops.email");
  }
}
