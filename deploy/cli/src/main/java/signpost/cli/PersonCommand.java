package signpost.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.MailAddress;
import signpost.catalogue.Owner;
import signpost.local.LocalModule;
import signpost.local.SettingsReader;
import signpost.local.backup.KeptPart;
import signpost.notifier.owner.OwnerConfig;
import signpost.notifier.person.PersonRecords;
import signpost.notifier.person.PersonRecords.KeptOfPerson;
import signpost.record.store.Database;
import signpost.search.account.LocalAccounts;
import signpost.search.account.Role;
import signpost.search.account.Sessions;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;

/** What is kept of one person. */
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is kept of somebody, by their mail address, and removes it when they ask. Signpost",
      "may run meanwhile. Run it as the user who runs Signpost."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done · 1 nothing is kept, or somebody has to do the rest · 2 the command line was",
      "not understood · 3 what is kept could not be opened"
    })
final class PersonCommand implements Runnable {
  private static final InstantSource WALL = InstantSource.system();

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SetOption set = new SetOption();
  @Mixin private PartChoice part = new PartChoice();

  @Option(
      names = "--owner",
      scope = ScopeType.INHERIT,
      paramLabel = "ID",
      description = "an id by which the catalogue named them before, if it no longer does")
  private List<String> former = List.of();

  @Option(
      names = "--catalogue",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "the folder of guides, as at the start (default: as configured)")
  private @Nullable Path catalogue;

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of those below.");
  }

  @Command(
      name = "find",
      mixinStandardHelpOptions = true,
      description = "Prints what is kept of whoever reads at a mail address, and changes nothing.")
  int find(@Parameters(paramLabel = "ADDRESS") String typed) {
    MailAddress address = address(typed);
    boolean found = false;
    for (KeptPart kept : parts()) {
      found |=
          kept.is(LocalModule.NOTIFIER)
              ? shown(with(kept, records(kept, it -> it.find(address))))
              : with(kept, database -> account(database, address, false));
    }
    if (!found) {
      out().println("Nothing is kept of " + address + ".");
    }
    out().flush();
    return found ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "Removes what is kept of whoever reads at a mail address, prints what that was and what stays,",
        "and marks the address, so that it is not written to again."
      })
  int remove(@Parameters(paramLabel = "ADDRESS") String typed) {
    MailAddress address = address(typed);
    if (address.toString().equalsIgnoreCase(ops().email())) {
      spec.commandLine()
          .getErr()
          .println(
              "signpost: That is where ops are told what nobody else is. Set signpost.ops.email to"
                  + " another address first, and start the notifier again.");
      return ExitCode.PROBLEMS;
    }
    boolean whole = true;
    for (KeptPart kept : parts()) {
      if (kept.is(LocalModule.NOTIFIER)) {
        KeptOfPerson before = with(kept, records(kept, it -> removed(it, address)));
        shown(before);
        whole &= before.named().isEmpty();
      } else {
        with(kept, database -> account(database, address, true));
      }
    }
    stays();
    return whole ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  @Command(
      name = "allow",
      mixinStandardHelpOptions = true,
      description =
          "Lets a mail address be written to again, whose holder had all removed and changed their mind.")
  int allow(@Parameters(paramLabel = "ADDRESS") String typed) {
    MailAddress address = address(typed);
    boolean lifted = false;
    for (KeptPart kept : parts()) {
      lifted |= kept.is(LocalModule.NOTIFIER) && with(kept, records(kept, it -> it.allow(address)));
    }
    out().println(lifted ? address + " can be written to again." : address + " was not marked.");
    out().flush();
    return lifted ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  private MailAddress address(String typed) {
    String bare = MailAddress.unwrapped(typed);
    return MailAddress.parse(bare)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "“%s” is no mail address: %s."
                    .formatted(typed, MailAddress.problem(bare).orElse(""))));
  }

  /** Who is told what nobody else is; nobody where no notifier is meant. */
  private OwnerConfig ops() {
    return Optional.ofNullable(part.modules(settings()).get(LocalModule.NOTIFIER))
        .flatMap(PersonCommand::ops)
        .orElse(new OwnerConfig("nobody@localhost"));
  }

  private static Optional<OwnerConfig> ops(Map<String, Object> settings) {
    try (SettingsReader reader = SettingsReader.open(LocalModule.NOTIFIER, settings, true)) {
      return reader.read(OwnerConfig.class);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = set.settings();
    Optional.ofNullable(catalogue)
        .ifPresent(it -> settings.put("signpost.catalogue", it.toString()));
    return settings;
  }

  private List<KeptPart> parts() {
    return part.kept(settings()).stream().filter(it -> !it.is(LocalModule.INGEST)).toList();
  }

  private static <T> T with(KeptPart kept, Function<Database, T> work) {
    try (Database database = kept.existing()) {
      return work.apply(database);
    }
  }

  private <T> Function<Database, T> records(KeptPart kept, Function<PersonRecords, T> work) {
    return database -> work.apply(new PersonRecords(database, kept.folder(), owners(kept), former));
  }

  /** Whom a file names that cannot be read would be overlooked. */
  private static Collection<Owner> owners(KeptPart kept) {
    Path folder = kept.catalogue().orElseThrow();
    CatalogueLoad load = CatalogueReader.readFolder(folder, CatalogueLoad.NOTHING);
    if (!load.complete()) {
      throw new CannotStartException(
          ("The catalogue %s cannot be read whole, so nobody knows whom it names, and nothing was"
                  + " done. Choose the one that runs with --catalogue, or mend it: %s")
              .formatted(folder.toAbsolutePath(), load.problems().getFirst()));
    }
    return load.catalogue().owners().values();
  }

  private static KeptOfPerson removed(PersonRecords records, MailAddress address) {
    try {
      return records.remove(address, WALL.instant());
    } catch (IOException e) {
      throw new UncheckedIOException("A mail's file cannot be removed", e);
    }
  }

  private boolean shown(KeptOfPerson kept) {
    kept.rows().forEach((what, rows) -> out().printf("notifier: %s: %,d%n", what, rows));
    kept.named()
        .forEach(id ->
            out()
                .printf(
                    "catalogue: named as the owner “%s”; only whoever edits its file can end that%n",
                    id));
    if (kept.suppressed()) {
      out().println("notifier: a mark of the address, so that it is not written to");
    }
    return !kept.isNothing() || kept.suppressed();
  }

  /** Whether there is anything of that name where search keeps who may sign in. */
  private boolean account(Database database, MailAddress address, boolean remove) {
    String name = LocalAccounts.typed(address.toString());
    LocalAccounts accounts = LocalAccounts.of(database, WALL);
    Optional<Role> role = remove ? accounts.remove(Actor.shell(), name) : accounts.role(name);
    int sessions =
        remove
            ? Sessions.endAt(database, address.toString())
            : Sessions.countAt(database, address.toString());
    if (remove) {
      new AuditLog(database, WALL)
          .done(Actor.shell(), "remove a person", Map.of(), Optional.empty(), "removed");
    }
    role.ifPresent(it -> out().printf("search: the account of an %s%n", it.wire()));
    if (sessions > 0) {
      out().printf("search: signed in through the provider, sessions: %,d%n", sessions);
    }
    long lines = new AuditLog(database, WALL).naming(name);
    if (lines > 0) {
      out().printf("search: named in %,d lines of the audit log, which stay%n", lines);
    }
    return role.isPresent() || sessions > 0 || lines > 0;
  }

  private void stays() {
    out()
        .println(
            """
            All that is said above is removed, but what is said to stay. Kept on purpose:
            - answers, without who gave them: guides follow them
            - news that waited for them alone, which goes to ops at its turn
            - a mark of the address, from which it cannot be read: it is not written to again
            - the audit log: its lines prove each other, so none can be taken out
            - backups made before: replace them in your own time, and run this again after a restore
            Whoever signed in by another service without showing that address stays so for as long as\
             signpost.sign-in.longest.\
            """);
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
