package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Ops hears of what is wrong in the catalogue's files. */
final class CatalogueNewsIT extends OnRealParts {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("signpost.catalogue-settling", "0s");
  }

  @Test
  void whatIsWrongIsMailedOnceAndOnceMoreWhenItIsRight() throws IOException {
    owners("mk: {name: Mary Kay, email: mk@council.test}");
    notifier.settle();
    int before = told().size();
    owners("mk: {name: Mary Kay, email: mk at council}");
    await(before + 1);
    assertThat(told()).last().isEqualTo("The catalogue's files have one problem");
    assertThat(text(lastMail())).contains("snap.yml:2:24: 'mk at council' is no email address");

    owners("mk: {name: Mary Kay, email: mk@council.test, deputy: jd, zone: London}");
    await(before + 2);
    assertThat(told()).last().isEqualTo("The catalogue's files have 2 problems");

    owners("mk: {name: Mary Kay, email: mk@council.test}");
    await(before + 3);
    assertThat(told()).last().isEqualTo("The catalogue's files are right again");
    notifier.stop();
    notifier.start();
    notifier.settle();
    assertThat(told()).hasSize(before + 3);
  }

  private void await(int mails) {
    Awaitility.await().until(() -> told().size() >= mails);
  }

  private List<String> told() {
    return received().stream()
        .filter(it -> it.startsWith("ops@signpost.localhost: The catalogue"))
        .map(it -> it.substring(it.indexOf(": ") + 2))
        .toList();
  }
}
