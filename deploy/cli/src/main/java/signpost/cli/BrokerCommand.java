package signpost.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.broker.BrokerCannotStartException;
import signpost.broker.EmbeddedBroker;
import signpost.local.SignalHandling;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;

/** The Kafka broker alone. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Runs the Kafka broker alone, on 127.0.0.1. Ctrl-C stops it.")
final class BrokerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".signpost/broker",
      description = "where it keeps its logs (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(".signpost/broker");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "where it listens (default: ${DEFAULT-VALUE})")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    SignalHandling.interruptsMe();
    try (EmbeddedBroker broker = SignalHandling.start(() -> EmbeddedBroker.start(data, port))) {
      spec.commandLine().getOut().println("Kafka is at " + broker.bootstrapServers());
      SignalHandling.awaitSignal();
    } catch (BrokerCannotStartException e) {
      throw new CannotStartException(e.getMessage() + " (--port, --data)", e);
    }
    return ExitCode.FINE;
  }
}
