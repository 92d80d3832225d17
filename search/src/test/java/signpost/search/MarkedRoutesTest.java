package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.search.gate.ForAnyone;

/** What one class says of itself opens nothing of another at the same address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MarkedRoutesTest {
  private static final String KEY = "signpost.test.marked-routes";

  /** For anybody, and for programs. */
  @Controller
  @ForAnyone(programs = true)
  @Requires(property = KEY)
  static final class Open {
    @Get(uri = "/read-here", produces = MediaType.TEXT_PLAIN)
    String read() {
      return "for all";
    }

    @Post(uri = "/sent-here", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    void send() {}
  }

  /** For people, and not the same for each. */
  @Controller
  @Requires(property = KEY)
  static final class Closed {
    @Get(uri = "/sent-here", produces = MediaType.TEXT_PLAIN)
    String read() {
      return "for one";
    }

    @Post(uri = "/read-here", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    void send() {}
  }

  private final RunningSearch search;

  MarkedRoutesTest(@TempDir Path data) {
    search = RunningSearch.start(data, RunningSearch.NO_BROKER, "", Map.of(KEY, true));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  @Test
  void formIsRefusedWhereProgramsOnlyRead() throws Exception {
    assertThat(search.post("/read-here", "a=b", Map.of()).statusCode()).isEqualTo(403);
    assertThat(search.post("/sent-here", "a=b", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void pageIsKeptByNobodyWhereProgramsOnlySend() throws Exception {
    HttpResponse<String> kept = search.get("/read-here");
    assertThat(kept.headers().firstValue("cache-control")).hasValue("public, no-cache");
    assertThat(kept.headers().firstValue("access-control-allow-origin")).hasValue("*");

    HttpResponse<String> own = search.get("/sent-here");
    assertThat(own.body()).isEqualTo("for one");
    assertThat(own.headers().firstValue("cache-control")).hasValue("no-cache");
    for (String name : List.of("etag", "access-control-allow-origin")) {
      assertThat(own.headers().firstValue(name)).as(name).isEmpty();
    }
  }
}
