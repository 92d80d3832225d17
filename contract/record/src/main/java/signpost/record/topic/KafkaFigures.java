package signpost.record.topic;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** Until when the certificate is good that Kafka is shown, where there is one. */
@Singleton
final class KafkaFigures implements FigureSource {
  private final KafkaConfig kafka;
  private final InstantSource wall;

  KafkaFigures(KafkaConfig kafka, @Named("wall") InstantSource wall) {
    this.kafka = kafka;
    this.wall = wall;
  }

  @Override
  public List<Figure> figures() {
    return kafka
        .certificateEndsAt()
        .map(at -> Duration.between(wall.instant(), at).toSeconds())
        .map(left -> Figure.of(SignpostMeter.CERTIFICATE_LEFT, Math.max(0, left), "kafka"))
        .stream()
        .toList();
  }
}
