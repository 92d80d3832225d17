package signpost.notifier.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.catalogue.AbsenceDays;
import signpost.catalogue.Owner;
import signpost.catalogue.PlacementScope;
import signpost.catalogue.TellingFrequency;
import signpost.events.FindingEvent.FindingKind;

class OwnersTest {
  private static final Owner OPS = new Owner("ops", "", "ops@c.test", ZoneId.of("Europe/London"));

  private static final InstantSource WALL = InstantSource.fixed(Instant.ofEpochSecond(2_000_000));

  @TempDir Path folder;

  private int writes;

  private void write(String yaml) throws IOException {
    Path file = folder.resolve("a.yml");
    Files.writeString(file, yaml);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + writes++)));
  }

  @Test
  void ownersAreReadAndReadAgainWhenTheFileChanges() throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    write("owners: {mk: {name: Mary, email: mk@c.test, zone: Europe/Paris}}");
    owners.refresh();
    assertThat(owners.of("mk"))
        .isEqualTo(new Owner("mk", "Mary", "mk@c.test", ZoneId.of("Europe/Paris")));
    write("owners: {mk: {name: Mary, email: mary@c.test}}");
    owners.refresh();
    assertThat(owners.of("mk").email()).isEqualTo("mary@c.test");
  }

  @Test
  void aDamagedFileKeepsItsLastGoodCopyAndSaysWhatIsWrong() throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    write("owners: {mk: {name: Mary, email: mk@c.test}}");
    owners.refresh();
    write("owners: {mk: {name: Mary, email: not an address}}");
    owners.refresh();
    assertThat(owners.of("mk").email()).isEqualTo("mk@c.test");
    assertThat(owners.problems())
        .singleElement()
        .asString()
        .startsWith("a.yml:1:27: 'not an address' is no email address");
  }

  @Test
  void opsAnswersForWhomNobodyNames() {
    Owners owners = new Owners(folder.resolve("missing"), OPS, WALL);
    owners.refresh();
    assertThat(owners.of("mk")).isEqualTo(OPS);
    assertThat(owners.problems()).hasSize(1);
  }

  @Test
  void anAddressWithALineBreakIsRefused() throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    write("owners: {mk: {name: Mary, email: \"mk@c.test\\r\\nBcc: x@y\"}}");
    owners.refresh();
    assertThat(owners.of("mk")).isEqualTo(OPS);
  }

  @Test
  void teamsDeputiesDaysAwayPartsAndWishesAreRead() throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    write(
        """
        owners:
          hub: {name: Hub, members: [mk, jd]}
          jd: {name: Jo, email: jd@c.test}
          mk:
            name: Mary
            email: mk@c.test
            deputy: jd
            away: [2026-12-20/2027-01-03, 2027-02-01]
            for: "section:Toolkits"
            tell: {changed: weekly, moved: off, review-due: "off"}
        """);
    owners.refresh();
    assertThat(owners.problems()).isEmpty();
    assertThat(owners.of("hub").members()).containsExactly("mk", "jd");
    Owner mk = owners.of("mk");
    assertThat(mk.deputy()).contains("jd");
    assertThat(mk.away())
        .extracting(AbsenceDays::toString)
        .containsExactly("2026-12-20/2027-01-03", "2027-02-01/2027-02-01");
    assertThat(mk.scopes())
        .containsExactly(new PlacementScope(PlacementScope.ScopeKind.SECTION, "Toolkits"));
    assertThat(mk.preferences().of(FindingKind.CHANGED, true)).isEqualTo(TellingFrequency.WEEKLY);
    assertThat(mk.preferences().of(FindingKind.MOVED, false)).isEqualTo(TellingFrequency.OFF);
    assertThat(mk.preferences().of(FindingKind.REVIEW_DUE, false)).isEqualTo(TellingFrequency.OFF);
    assertThat(mk.preferences().of(FindingKind.BROKEN, true)).isEqualTo(TellingFrequency.IMMEDIATE);
  }

  @ParameterizedTest
  @CsvSource({
    "'away: [soon]', 2026-12-20/2027-01-03",
    "'away: [2027-01-03/2026-12-20]', 2026-12-20/2027-01-03",
    "'for: [sektion:X]', section",
    "'tell: {broken: hourly}', daily",
    "'tell: {braking: daily}', broken",
    "'depty: jd', deputy",
  })
  void whatCannotBeReadSaysWhatCan(String line, String known) throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    write("owners: {mk: {name: Mary, email: mk@c.test, " + line + "}}");
    owners.refresh();
    assertThat(owners.problems()).singleElement().asString().startsWith("a.yml:1:").contains(known);
  }

  private void writeAt(Instant at, String yaml) throws IOException {
    Path file = folder.resolve("a.yml");
    Files.writeString(file, yaml);
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void fileThatLooksTheSameIsNotReadAgain() throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    writeAt(Instant.ofEpochSecond(1), "owners: {mk: {name: Mary, email: mk@c.test}}");
    assertThat(owners.refresh()).isTrue();
    writeAt(Instant.ofEpochSecond(1), "owners: {mk: {name: Marx, email: mk@c.test}}");
    assertThat(owners.refresh()).isFalse();
    writeAt(Instant.ofEpochSecond(2), "owners: {mk: {name: Marx, email: mk@c.test}}");
    assertThat(owners.refresh()).isTrue();
  }

  @Test
  void fileWrittenTwiceInOneMomentIsReadTwice() throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    writeAt(WALL.instant(), "owners: {mk: {name: Mary, email: mk@c.test}}");
    assertThat(owners.refresh()).isTrue();
    writeAt(WALL.instant(), "owners: {mk: {name: Marx, email: mk@c.test}}");
    assertThat(owners.refresh()).isTrue();
  }

  @Test
  void fileThatIsDeletedIsGone() throws IOException {
    Owners owners = new Owners(folder, OPS, WALL);
    writeAt(Instant.ofEpochSecond(1), "owners: {mk: {name: Mary, email: mk@c.test}}");
    owners.refresh();
    Files.delete(folder.resolve("a.yml"));
    assertThat(owners.refresh()).isTrue();
  }
}
