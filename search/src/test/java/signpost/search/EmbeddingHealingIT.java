package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.SharedBroker;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;
import signpost.search.embed.Embedding;
import signpost.search.index.PageIndex;

/** Search by meaning goes on after whatever its loop met, with the real model. */
final class EmbeddingHealingIT {
  private static final String MOVED = "https://help.example/moved";

  private static RunningSearch start(Path data, String brokers, String prefix) {
    return RunningSearch.start(data, brokers, prefix, Map.of("signpost.embedding", true));
  }

  private static void awaitVectors(RunningSearch search) {
    await()
        .ignoreExceptions()
        .until(() ->
            search.bean(Embedding.class).model().isPresent()
                && search.bean(PageIndex.class).hasPassages()
                && search.bean(PageIndex.class).wanted(1).isEmpty());
  }

  private static String found(RunningSearch search) throws Exception {
    return search.get("/api/search?q=why+do+mountains+erupt").body();
  }

  @Test
  void damageThatItMeetsIsMendedAndPagesGetNewVectors(@TempDir Path data) throws Exception {
    String prefix = "meaning-damaged.";
    Path index = data.resolve("index");
    try (RunningSearch search = start(data, SharedBroker.bootstrapServers(), prefix)) {
      Publishing.publish(
          prefix, Samples.page(MOVED, "Volcanoes", "How lava is made.", "Magma rises."));
      awaitVectors(search);
      await().until(() -> search.bean(SearchBacklog.class).lag() == 0);
      empty(index.resolve("g1"));
      await().until(() -> Files.exists(index.resolve("g2")) && !Files.exists(index.resolve("g1")));
      awaitVectors(search);
      assertThat(found(search)).contains(MOVED);
      await()
          .untilAsserted(
              () -> assertThat(search.get("/health").body()).contains("\"state\":\"ready\""));
    }
  }

  /** Nobody else asks: the loop is the one who finds it. */
  private static void empty(Path generation) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      for (Path file : files.filter(it -> it.getFileName().toString().startsWith("_")).toList()) {
        Files.write(file, new byte[0]);
      }
    }
  }

  @Test
  void indexThatIsShutForAWhileDoesNotEndIt(@TempDir Path data) throws Exception {
    try (RunningSearch search = start(data, RunningSearch.NO_BROKER, "")) {
      PageIndex index = search.bean(PageIndex.class);
      synchronized (index) { // Nobody can open it again meanwhile.
        index.close();
        await().until(() -> failing(search).contains("embedding"));
        assertThat(search.get("/health").body())
            .contains(
                "no page to read yet, or the model is being loaded; it has been failing since")
            .doesNotContain("cannot run here");
      }
      // Kafka is away, and still the intake opens it.
      await().ignoreExceptions().untilAsserted(index::checkWritable);
      search.put(Samples.page(MOVED, "Volcanoes", "How lava is made.", "Magma rises."));
      awaitVectors(search);
      assertThat(found(search)).contains(MOVED);
      assertThat(failing(search)).doesNotContain("embedding");
    }
  }

  private static List<String> failing(RunningSearch search) {
    return search.bean(Supervisor.class).failing().stream().map(FailingLoop::name).toList();
  }
}
