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
    return Map.of("signpost.catalogue-settling", "300ms");
  }

  @Test
  void whatIsWrongIsMailedOnceAndOnceMoreWhenItIsRight() throws IOException {
    await(1, "The catalogue's files have one problem");
    assertThat(text(lastMail())).contains("'mk@council.example' is only an example");

    owners("mk: {name: Mary Kay, email: mk@council.test}");
    await(2, "The catalogue's files are right again");

    owners("mk: {name: Mary Kay, email: mk at council}");
    await(3, "The catalogue's files have one problem");
    assertThat(text(lastMail())).contains("snap.yml:2:24: 'mk at council' is no email address");

    owners("mk: {name: Mary Kay, email: mk@council.test, tell: {moved: now}, zone: London}");
    await(4, "The catalogue's files have 2 problems");

    owners("mk: {name: Mary Kay, email: mk@council.test}");
    await(5, "The catalogue's files are right again");
    notifier.stop();
    notifier.start();
    notifier.settle();
    assertThat(told()).hasSize(5);
  }

  private void await(int mails, String last) {
    Awaitility.await().until(() -> told().size() >= mails);
    assertThat(told()).hasSize(mails).last().isEqualTo(last);
  }

  private List<String> told() {
    return received().stream()
        .filter(it -> it.startsWith("ops@signpost.localhost: The catalogue"))
        .map(it -> it.substring(it.indexOf(": ") + 2))
        .toList();
  }
}
