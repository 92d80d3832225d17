package signpost.search.gate;

import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.search.account.MachineTokens;
import signpost.search.account.MachineTokens.Machine;
import signpost.search.audit.RefusalLog;
import signpost.search.audit.SignInWay;

/** Finds out whose token a program sends; one that is nobody's, or has run out, is noted. */
@Singleton
final class MachineCheck {
  private final MachineTokens machines;
  private final RefusalLog refusals;

  MachineCheck(MachineTokens machines, RefusalLog refusals) {
    this.machines = machines;
    this.refusals = refusals;
  }

  /** The program, or the reader where it is none of ours. */
  Visitor of(String token, Visitor reader) {
    if (!token.startsWith(MachineTokens.PREFIX)) {
      return reader;
    }
    Optional<Machine> machine = machines.of(token);
    if (machine.isEmpty()) {
      refusals.refused(
          reader.actor().from(),
          Optional.empty(),
          SignInWay.MACHINE_TOKEN,
          "no token of ours, or one that has run out");
    }
    return machine.map(it -> program(it, reader)).orElse(reader);
  }

  private static Visitor program(Machine machine, Visitor reader) {
    return new Visitor(
        reader.actor().as(machine.name(), SignInWay.MACHINE_TOKEN),
        Optional.empty(),
        machine.scopes(),
        Optional.empty());
  }
}
