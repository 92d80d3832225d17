package signpost.notifier.delivery;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.notifier.store.WireName;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** How many messages have not arrived, and for how long the oldest has not. */
@Singleton
final class DeliveryFigures implements FigureSource {
  private static final List<String> CHANNELS =
      List.of(
          DeliveryChannels.EMAIL,
          DeliveryChannels.SHADOW,
          DeliveryChannels.WEBHOOK,
          DeliveryChannels.FEED);

  private static final List<DeliveryState> STATES =
      List.of(
          DeliveryState.PENDING,
          DeliveryState.SENDING,
          DeliveryState.FAILED,
          DeliveryState.GIVEN_UP);

  private static final Duration LATELY = Duration.ofDays(7);

  private final DeliveryLedger ledger;
  private final InstantSource clock;
  private final InstantSource wall;

  DeliveryFigures(
      DeliveryLedger ledger,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.ledger = ledger;
    this.clock = clock;
    this.wall = wall;
  }

  /** None of a state is 0, so that the first one shows as one more. */
  @Override
  public List<Figure> figures() {
    List<UndeliveredCount> counts = ledger.undelivered();
    Map<String, Long> givenUp = ledger.givenUpSince(wall.instant().minus(LATELY));
    List<Figure> figures = new ArrayList<>();
    for (String channel : CHANNELS) {
      for (DeliveryState state : STATES) {
        long messages =
            counts.stream()
                .filter(it -> it.channel().equals(channel) && it.state() == state)
                .mapToLong(UndeliveredCount::messages)
                .sum();
        figures.add(Figure.of(SignpostMeter.DELIVERIES, messages, channel, WireName.of(state)));
      }
      figures.add(Figure.of(SignpostMeter.GIVEN_UP, givenUp.getOrDefault(channel, 0L), channel));
      figures.add(Figure.of(SignpostMeter.DELIVERY_AGE, age(counts, channel), channel));
    }
    return figures;
  }

  private double age(List<UndeliveredCount> counts, String channel) {
    Optional<Instant> oldest =
        counts.stream()
            .filter(it -> it.channel().equals(channel))
            .filter(it -> it.state() != DeliveryState.GIVEN_UP)
            .map(UndeliveredCount::oldestAt)
            .min(Comparator.naturalOrder());
    return oldest
        .map(at -> Math.max(0, Duration.between(at, clock.instant()).toSeconds()))
        .orElse(0L);
  }
}
