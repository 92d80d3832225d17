package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProfilesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  @TempDir Path folder;

  @Test
  void whatTheDeadHaveLeftIsSweptAndNothingElse() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Instant now = Instant.now();
    Path mine = made("signpost-browser-" + ProcessHandle.current().pid() + "-1", now);
    Path reused = made("signpost-browser-" + ProcessHandle.current().pid() + "-2", NOW);
    Path left = made("signpost-browser-" + dead.pid() + "-3", now);
    Path old = made("signpost-browser-x", now.minusSeconds(3_601));
    Path recent = made("signpost-browser-y", now.minusSeconds(3_000));
    Path foreign = made("somebody-else", NOW);

    BrowserProfiles.sweep(mine, now);

    assertThat(List.of(reused, left, old)).noneMatch(Files::exists);
    assertThat(List.of(mine, recent, foreign)).allMatch(Files::exists);
  }

  @Test
  void whatOnlyBearsSuchANameStays() throws IOException {
    Path mine = made("signpost-browser-1-1", NOW);
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.writeString(kept.resolve("kept.txt"), "kept");
    Path link = Files.createSymbolicLink(folder.resolve("signpost-browser-0-1"), kept);
    Path file = Files.writeString(folder.resolve("signpost-browser-0-2"), "file");

    BrowserProfiles.sweep(mine, NOW.plusSeconds(1_000_000));

    assertThat(link).isSymbolicLink();
    assertThat(file).exists();
    assertThat(kept.resolve("kept.txt")).hasContent("kept");
  }

  @Test
  void newOneBearsTheNumberOfThisProcess() throws IOException {
    Path profile = BrowserProfiles.create();

    assertThat(profile.getFileName().toString())
        .startsWith("signpost-browser-" + ProcessHandle.current().pid() + "-");
    BrowserProfiles.delete(profile);
    assertThat(profile).doesNotExist();
  }

  @Test
  void whatALinkLeadsToStays() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.txt"), "kept");
    Path profile = made("signpost-browser-dead", NOW);
    Files.createSymbolicLink(profile.resolve("link"), kept);
    Files.createSymbolicLink(profile.resolve("folder"), folder);

    BrowserProfiles.delete(profile);

    assertThat(profile).doesNotExist();
    assertThat(kept).hasContent("kept");
  }

  private Path made(String name, Instant at) throws IOException {
    Path profile = Files.createDirectory(folder.resolve(name));
    Files.writeString(profile.resolve("Cookies"), "");
    Files.setLastModifiedTime(profile, FileTime.from(at));
    return profile;
  }
}
