package signpost.notifier.delivery;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import signpost.notifier.NotifierConfig;
import signpost.notifier.owner.Owners;
import signpost.record.Loop;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.Supervisor;

/** Keeps a sender going for each channel. */
@Context
public final class SenderLoop {
  private final List<Loop> loops = new ArrayList<>();

  SenderLoop(
      List<Channel> channels,
      Ledger ledger,
      Owners owners,
      NotifierConfig config,
      Supervisor supervisor,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    ledger.recover();
    for (Channel channel : channels) {
      Sender sender = new Sender(channel, ledger, owners, clock, wall);
      String names = String.join("-", channel.names().stream().sorted().toList());
      loops.add(
          supervisor.start(
              LoopPlan.of("notifier-send-" + names, "Sending by " + names, config.tick()),
              LoopWork.steps(sender::step)));
    }
  }

  /** Messages were entered into the ledger. */
  public void wake() {
    loops.forEach(Loop::wake);
  }

  /** Whether messages go out, or would. */
  public boolean isWell() {
    return loops.stream().allMatch(Loop::isWell);
  }

  @PreDestroy
  void close() {
    loops.forEach(Loop::close);
  }
}
