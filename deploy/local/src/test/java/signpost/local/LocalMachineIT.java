package signpost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.tools.CannotStartException;

/** Everything on one machine, as {@code signpost run} starts it. */
class LocalMachineIT {
  private static final String GUIDE =
      """
      guide: {id: g, title: A guide, owners: [a]}
      owners: {a: {name: A, email: a@council.test, zone: Europe/London}}
      sections: [{title: One, resources: [{text: Address unknown}]}]
      """;

  @TempDir Path folder;
  private final RunPlan.ListenAddresses addresses = RunPlan.ListenAddresses.free();

  @Test
  void allPartsAnswerAndStartAgainOnTheSameData() throws Exception {
    try (LocalMachine machine = start()) {
      assertThat(get(addresses.url(LocalModule.SEARCH) + "/guides")).isEqualTo(200);
      assertThat(get(addresses.url(LocalModule.INGEST) + "/api/status")).isEqualTo(200);
      assertThat(get(addresses.url(LocalModule.NOTIFIER) + "/api/status")).isEqualTo(200);
      assertThat(machine.broker()).isNotNull();
      assertThatThrownBy(this::start)
          .as("a second process on the same folder")
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining(folder.resolve("data").toString());
    }
    try (LocalMachine _ = start()) {
      assertThat(get(addresses.url(LocalModule.SEARCH) + "/guides")).isEqualTo(200);
    }
  }

  @Test
  void damagedDatabaseIsAClearMessageAndLosesNothing() throws IOException {
    Path database = Files.createDirectories(folder.resolve("data/ingest")).resolve("ingest.db");
    Files.writeString(database, "This is not a database, but somebody's notes. ".repeat(200));
    String before = Files.readString(database);
    assertThatThrownBy(this::start)
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("the file is damaged")
        .hasMessageContaining("Put back a backup");
    assertThat(Files.readString(database)).isEqualTo(before);
  }

  private LocalMachine start() throws IOException {
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(catalogue.resolve("g.yaml"), GUIDE);
    return LocalMachine.start(
        new RunPlan(
            folder.resolve("data"),
            addresses,
            Optional.empty(),
            false,
            Map.of(
                "signpost.catalogue",
                catalogue.toString(),
                "signpost.contact",
                "https://council.test/"),
            Map.of()),
        _ -> {});
  }

  private static int get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
