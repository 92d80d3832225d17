package signpost.notifier.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {
  private static final Owner OPS =
      new Owner("ops", "", "ops@c.example", ZoneId.of("Europe/London"));

  @TempDir Path folder;

  private int writes;

  private void write(String yaml) throws IOException {
    Path file = folder.resolve("a.yml");
    Files.writeString(file, yaml);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + writes++)));
  }

  @Test
  void ownersAreReadAndReadAgainWhenTheFileChanges() throws IOException {
    Owners owners = new Owners(folder, OPS);
    write("owners: {mk: {name: Mary, email: mk@c.example, zone: Europe/Paris}}");
    owners.refresh();
    assertThat(owners.of("mk"))
        .isEqualTo(new Owner("mk", "Mary", "mk@c.example", ZoneId.of("Europe/Paris")));
    write("owners: {mk: {email: mary@c.example}}");
    owners.refresh();
    assertThat(owners.of("mk").email()).isEqualTo("mary@c.example");
  }

  @Test
  void aDamagedFileKeepsItsLastGoodCopyAndSaysWhatIsWrong() throws IOException {
    Owners owners = new Owners(folder, OPS);
    write("owners: {mk: {email: mk@c.example}}");
    owners.refresh();
    write("owners: {mk: {email: not an address}}");
    owners.refresh();
    assertThat(owners.of("mk").email()).isEqualTo("mk@c.example");
    assertThat(owners.problems()).singleElement().asString().contains("a.yml", "mk", "email");
  }

  @Test
  void opsAnswersForWhomNobodyNames() {
    Owners owners = new Owners(folder.resolve("missing"), OPS);
    owners.refresh();
    assertThat(owners.of("mk")).isEqualTo(OPS);
    assertThat(owners.problems()).hasSize(1);
  }

  @Test
  void anAddressWithALineBreakIsRefused() throws IOException {
    Owners owners = new Owners(folder, OPS);
    write("owners: {mk: {email: \"mk@c.example\\r\\nBcc: x@y\"}}");
    owners.refresh();
    assertThat(owners.of("mk")).isEqualTo(OPS);
  }
}
