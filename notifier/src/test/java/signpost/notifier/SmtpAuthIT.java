package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;
import signpost.notifier.delivery.FailureReason;

/** A mail server that wants to know who we are. */
class SmtpAuthIT extends OnRealParts {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Override
  Map<String, Object> settings() {
    smtp.setUser("signpost@council.example", "signpost", "another");
    return Map.of("signpost.smtp.username", "signpost", "signpost.smtp.password", "sesame");
  }

  private Delivery first() {
    return notifier.bean(Deliveries.class).latest(1).getFirst();
  }

  @Test
  void aWrongPasswordIsSaidAndARightOneLetsWhatWaitedThrough() {
    listed(TOOLKIT);
    Awaitility.await().until(() -> first().reason().isPresent());
    assertThat(first().reason()).contains(FailureReason.AUTHENTICATION);
    assertThat(first().detail()).doesNotContain("sesame");
    smtp.setUser("signpost@council.example", "signpost", "sesame");
    Awaitility.await().until(() -> first().state() == DeliveryState.SENT);
    assertThat(subjects()).hasSize(1);
  }
}
