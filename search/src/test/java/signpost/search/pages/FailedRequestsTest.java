package signpost.search.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import signpost.record.meter.Figure;
import signpost.record.meter.SignpostMeter;

final class FailedRequestsTest {
  private Instant now = Instant.parse("2026-01-05T12:00:00Z");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FailedRequests failed = new FailedRequests(meters, () -> now);

  @Test
  void failureStandsForAnHourAndIsCountedForGood() {
    assertThat(lastHour()).isZero();
    failed.failed();
    now = now.plus(Duration.ofMinutes(40));
    failed.failed();
    failed.failed();
    assertThat(lastHour()).isEqualTo(3);
    now = now.plus(Duration.ofMinutes(30));
    assertThat(lastHour()).isEqualTo(2);
    now = now.plus(Duration.ofHours(1));

    assertThat(lastHour()).isZero();
    assertThat(meters.get("signpost.requests.failed").functionCounter().count()).isEqualTo(3);
  }

  private double lastHour() {
    return failed.figures().stream()
        .filter(it -> it.meter() == SignpostMeter.REQUESTS_FAILED_HOUR)
        .mapToDouble(Figure::value)
        .sum();
  }
}
