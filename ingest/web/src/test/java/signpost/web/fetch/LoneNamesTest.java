package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import signpost.web.fetch.FetchOutcome.DnsFailure.DnsFailureKind;
import signpost.web.fetch.LoneNames.LookupResult;

final class LoneNamesTest {
  private final AtomicInteger asked = new AtomicInteger();

  private LoneNames names(DnsFailureKind failure) {
    return new LoneNames((host, _) -> {
      asked.incrementAndGet();
      if (host.startsWith("good")) {
        return List.of(InetAddress.ofLiteral("1.1.1.1"));
      }
      throw VisitEnded.dns(failure, "no");
    });
  }

  @Test
  void addressesNeedNoLookUp() {
    try (LoneNames names = names(DnsFailureKind.TROUBLE)) {
      assertThat(names.lookUp("[::1]").join())
          .isEqualTo(new LookupResult.FoundAddresses(List.of(InetAddress.ofLiteral("::1"))));
      assertThat(LoneNames.literal("1.2.3.4").join())
          .isEqualTo(new LookupResult.FoundAddresses(List.of(InetAddress.ofLiteral("1.2.3.4"))));
      assertThat(LoneNames.literal("a.example").join())
          .isInstanceOf(LookupResult.NothingFound.class);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void eachNameIsAskedForOnce() {
    try (LoneNames names = names(DnsFailureKind.TROUBLE)) {
      assertThat(names.lookUp("good.example").join())
          .isEqualTo(names.lookUp("good.example").join());
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void nameServersInTroubleAreLeftAlone() {
    try (LoneNames names = names(DnsFailureKind.TROUBLE)) {
      for (int i = 0; i < 500; i++) {
        assertThat(names.lookUp("n" + i + ".example").join())
            .isInstanceOf(LookupResult.NothingFound.class);
      }
    }
    assertThat(asked).hasValue(32);
  }

  @Test
  void namesThatDoNotExistAreNoTrouble() {
    try (LoneNames names = names(DnsFailureKind.UNKNOWN_HOST)) {
      for (int i = 0; i < 500; i++) {
        assertThat(names.lookUp("n" + i + ".example").join())
            .isEqualTo(new LookupResult.NothingFound("its name does not resolve: no"));
      }
    }
    assertThat(asked).hasValue(500);
  }
}
