package signpost.successor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import signpost.web.politeness.HostPace;

/** The turns of one search at a time that nobody else shares its hosts with. */
public final class PacesInMemory implements HostPaces {
  private final InstantSource wall;
  private final Map<String, HostPace> paces = new HashMap<>();

  public PacesInMemory(InstantSource wall) {
    this.wall = wall;
  }

  @Override
  public Optional<HostTurn> turn(String origin) throws InterruptedException {
    HostPace pace = paces.computeIfAbsent(origin, _ -> HostPace.fresh(wall.instant()));
    Duration wait = Duration.between(wall.instant(), pace.askableAt());
    if (wait.compareTo(PATIENCE) > 0) {
      return Optional.empty();
    }
    if (wait.isPositive()) {
      Thread.sleep(wait);
    }
    return Optional.of(new RememberedTurn(origin, pace));
  }

  private final class RememberedTurn implements HostTurn {
    private final String origin;
    private final HostPace pace;

    RememberedTurn(String origin, HostPace pace) {
      this.origin = origin;
      this.pace = pace;
    }

    @Override
    public HostPace pace() {
      return pace;
    }

    @Override
    public void end(HostPace after) {
      paces.put(origin, after);
    }
  }
}
