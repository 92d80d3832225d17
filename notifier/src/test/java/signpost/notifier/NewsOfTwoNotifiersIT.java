package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.kit.PostgresServer;

/** Two notifiers on one PostgreSQL read one catalogue. */
final class NewsOfTwoNotifiersIT extends OnRealParts {
  private final Map<String, Object> database = Map.of("signpost.jdbc.url", PostgresServer.empty());

  @Override
  Map<String, Object> database() {
    return database;
  }

  @Test
  void opsIsToldOnceOfWhatBothFindInTheCatalogue() throws Exception {
    Files.createDirectories(folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("other/catalogue"), folder.resolve("catalogue"));
    Map<String, Object> settings = new HashMap<>(database);
    settings.putAll(settings());
    settings.put("signpost.smtp.host", "127.0.0.1");
    settings.put("signpost.smtp.port", smtp.getSmtp().getPort());
    settings.put("signpost.smtp.from", "signpost@council.example");
    List<String> expected = new ArrayList<>();
    RunningNotifier other = new RunningNotifier(prefix(), folder.resolve("other"), settings);
    try {
      told(expected, "The catalogue's files have one problem");
      for (int i = 0; i < 3; i++) {
        owners("mk: {name: Mary Kay, email: mk@council.test}");
        told(expected, "The catalogue's files are right again");
        owners("mk: {name: Mary Kay, email: mk at council}");
        told(expected, "The catalogue's files have one problem");
      }
    } finally {
      other.close();
    }
    notifier.settle();
    assertThat(subjects()).containsExactlyElementsOf(expected);
  }

  private void told(List<String> expected, String subject) {
    expected.add(subject);
    await().until(() -> subjects().size() >= expected.size());
    assertThat(subjects()).containsExactlyElementsOf(expected);
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("signpost.catalogue-settling", "300ms");
  }
}
