package signpost.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.catalogue.CatalogueReader;
import signpost.local.LocalMachine;
import signpost.local.RunPlan;
import signpost.local.SignalHandling;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.tools.ProjectFolder;

/** Everything on one machine against the live web. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Watches the guides of a catalogue on the live web, all parts on this machine.",
    footer = {
      "",
      "Publishers must be able to reach whoever crawls them: --contact is sent with every request.",
      "Without --smtp-host mails become .eml files in DATA/notifier/outgoing.",
      "A second start on the same data carries on. Ctrl-C stops."
    })
final class RunCommand implements Callable<Integer> {
  private static final String CONTACT = "signpost.contact";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".signpost",
      description = "where everything is kept (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(".signpost");

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "the folder of guides (default: deploy/catalogue)")
  private @Nullable Path catalogue;

  @Option(
      names = "--contact",
      paramLabel = "URL|ADDRESS",
      description =
          "a page or mail address where publishers reach you; without it the key"
              + " signpost.contact counts, or SIGNPOST_CONTACT")
  private @Nullable String contact;

  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description = "the server that takes mails; more by --set signpost.smtp.port=… and so on")
  private @Nullable String smtpHost;

  @Mixin private SetOption set = new SetOption();

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> settings = set.settings();
    complete(settings, Optional.ofNullable(catalogue), Optional.ofNullable(contact));
    refusal(settings)
        .or(() -> withoutContact(settings))
        .ifPresent(why -> {
          throw new ParameterException(spec.commandLine(), why);
        });
    readable(Path.of(String.valueOf(settings.get("signpost.catalogue"))));
    Optional.ofNullable(smtpHost).ifPresent(host -> settings.put("signpost.smtp.host", host));
    SignalHandling.interruptsMe();
    RunPlan plan =
        new RunPlan(data, machine.addresses(), Optional.empty(), true, settings, Map.of());
    PrintWriter err = spec.commandLine().getErr();
    try (LocalMachine running =
        SignalHandling.start(() -> LocalMachine.start(plan, err::println))) {
      spec.commandLine()
          .getOut()
          .printf(
              "Signpost is at http://127.0.0.1:%d/ · for ops at %s/ops · Ctrl-C stops it%n",
              machine.search, running.ops());
      SignalHandling.awaitSignal();
    }
    return ExitCode.FINE;
  }

  /**
   * Why nothing is started with these settings, once they are complete. The check says it too; that
   * there is no contact it says in words of its own.
   */
  static Optional<String> refusal(Map<String, Object> settings) {
    String contact = String.valueOf(settings.getOrDefault(CONTACT, ""));
    if (settings.containsKey("signpost.data")) {
      return Optional.of("Give --data: each part has a folder of its own in it.");
    }
    return contact.isBlank()
            || contact.matches("(https?://\\S+\\.\\S+|[^\\s@]+@[^\\s@]+\\.[^\\s@]+)")
        ? Optional.empty()
        : Optional.of(
            "%s is neither a web address (https://…) nor a mail address: see --contact."
                .formatted(contact));
  }

  private static Optional<String> withoutContact(Map<String, Object> settings) {
    return Optional.of(
            "Give --contact, a URL or mail address where publishers can reach you:"
                + " the live web is not crawled without one.")
        .filter(_ -> String.valueOf(settings.getOrDefault(CONTACT, "")).isBlank());
  }

  /** Adds what the options, or else the environment or this command, say of all parts. */
  static void complete(
      Map<String, Object> settings, Optional<Path> catalogue, Optional<String> contact) {
    contact.ifPresent(it -> settings.put(CONTACT, it));
    Optional.ofNullable(System.getenv("SIGNPOST_CONTACT"))
        .ifPresent(it -> settings.putIfAbsent(CONTACT, it));
    Optional.ofNullable(System.getenv("SIGNPOST_PUBLIC_URL"))
        .ifPresent(url -> settings.putIfAbsent("signpost.public-url", url));
    Path guides =
        catalogue
            .or(() ->
                Optional.ofNullable(settings.get("signpost.catalogue"))
                    .map(folder -> Path.of(folder.toString())))
            .orElseGet(() -> ProjectFolder.top().resolve("deploy/catalogue"));
    settings.put("signpost.catalogue", guides.toAbsolutePath().normalize().toString());
  }

  private static void readable(Path guides) {
    Optional<String> trouble = CatalogueReader.trouble(guides);
    if (trouble.isPresent()) {
      throw new CannotStartException(
          "%s is no catalogue folder that can be read. %s Choose one with --catalogue."
              .formatted(guides.toAbsolutePath(), trouble.get()));
    }
  }
}
