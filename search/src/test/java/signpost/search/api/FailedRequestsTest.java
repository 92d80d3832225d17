package signpost.search.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import signpost.record.meter.Figure;
import signpost.record.meter.SignpostMeter;

final class FailedRequestsTest {
  private long now = Long.MAX_VALUE - Duration.ofMinutes(50).toNanos(); // it may begin anywhere
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FailedRequests failed = new FailedRequests(meters, () -> now);

  @Test
  void failureStandsForAnHourAndIsCountedForGood() {
    assertThat(lastHour()).isZero();
    assertThat(sum(SignpostMeter.REQUESTS_COUNTED)).as("since the start").isZero();
    failed.failed();
    now += Duration.ofMinutes(40).toNanos();
    failed.failed();
    failed.failed();
    assertThat(lastHour()).isEqualTo(3);
    assertThat(sum(SignpostMeter.REQUESTS_COUNTED)).isEqualTo(40 * 60);
    now += Duration.ofMinutes(30).toNanos();
    assertThat(lastHour()).isEqualTo(2);
    assertThat(sum(SignpostMeter.REQUESTS_COUNTED)).isEqualTo(60 * 60);
    now += Duration.ofHours(1).toNanos();

    assertThat(lastHour()).isZero();
    assertThat(meters.get("signpost.requests.failed").functionCounter().count()).isEqualTo(3);
  }

  private double lastHour() {
    return sum(SignpostMeter.REQUESTS_FAILED_HOUR);
  }

  private double sum(SignpostMeter meter) {
    return failed.figures().stream()
        .filter(it -> it.meter() == meter)
        .mapToDouble(Figure::value)
        .sum();
  }
}
