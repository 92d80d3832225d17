package signpost.notifier.delivery;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import signpost.notifier.NotifierConfig;
import signpost.notifier.Pulse;
import signpost.notifier.owner.Owners;

/** Keeps a sender going for each channel. */
@Context
public final class SenderLoop {
  private final List<Pulse> pulses = new ArrayList<>();

  SenderLoop(
      List<Channel> channels,
      Ledger ledger,
      Owners owners,
      NotifierConfig config,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    ledger.recover();
    for (Channel channel : channels) {
      Sender sender = new Sender(channel, ledger, owners, clock, wall);
      String name = "notifier-send-" + String.join("-", channel.names().stream().sorted().toList());
      pulses.add(new Pulse(name, config.tick(), sender::step));
    }
  }

  /** Messages were entered into the ledger. */
  public void wake() {
    pulses.forEach(Pulse::wake);
  }

  /** Whether messages go out, or would. */
  public boolean isWell() {
    return pulses.stream().allMatch(Pulse::isWell);
  }

  @PreDestroy
  void close() {
    pulses.forEach(Pulse::close);
  }
}
