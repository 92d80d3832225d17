package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProfilesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  @TempDir Path folder;

  @Test
  void whatTheDeadHaveLeftIsSweptAndNothingElse() throws IOException {
    made("signpost-browser-dead", NOW.minusSeconds(1));
    made("signpost-browser-alive", NOW);
    made("somebody-else", NOW.minusSeconds(1));

    BrowserProfiles.sweep(folder, NOW);

    assertThat(folder)
        .isDirectoryNotContaining("glob:**/signpost-browser-dead")
        .isDirectoryContaining("glob:**/signpost-browser-alive")
        .isDirectoryContaining("glob:**/somebody-else");
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
