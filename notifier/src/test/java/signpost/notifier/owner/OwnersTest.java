package signpost.notifier.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.params.provider.EnumSource;
import signpost.catalogue.AbsenceDays;
import signpost.catalogue.CatalogueProblem;
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

  /** What may stand in a file's place for a moment. */
  enum Mishap {
    EMPTY,
    HALF_WRITTEN,
    NOT_TEXT,
    LINK_TO_NOWHERE,
    UNREADABLE,
    FOLDER_AWAY;

    void befall(Path folder) throws IOException {
      Path file = folder.resolve("a.yml");
      switch (this) {
        case EMPTY -> Files.writeString(file, "");
        case HALF_WRITTEN -> Files.writeString(file, "owners: {mk: {name: Mary, em");
        case NOT_TEXT -> Files.write(file, new byte[] {0, 1, 2, (byte) 0xff, 0});
        case LINK_TO_NOWHERE -> replaceByLink(file, folder.resolve("gone"));
        case UNREADABLE -> replaceByLink(file, Path.of("/proc/self/mem")); // reading it fails
        case FOLDER_AWAY -> Files.move(folder, away(folder));
      }
    }

    void end(Path folder) throws IOException {
      if (this == FOLDER_AWAY) {
        Files.move(away(folder), folder);
      }
      Files.deleteIfExists(folder.resolve("a.yml"));
    }

    private static void replaceByLink(Path file, Path target) throws IOException {
      Files.delete(file);
      Files.createSymbolicLink(file, target);
    }

    private static Path away(Path folder) {
      return folder.resolveSibling("away");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readingThatFailsLosesNobodyAndIsSaidUntilOneSucceeds(Mishap mishap) throws IOException {
    assumeTrue(mishap != Mishap.UNREADABLE || Files.exists(Path.of("/proc/self/mem")));
    folder = Files.createDirectory(folder.resolve("catalogue"));
    Owners owners = new Owners(folder, OPS, WALL);
    write("owners: {mk: {name: Mary, email: mk@c.test}, jd: {name: Jo, email: jd@c.test}}");
    assertThat(owners.refresh()).isTrue();
    mishap.befall(folder);
    for (int look = 0; look < 3; look++) {
      assertThat(owners.refresh()).as("its owners are the same").isFalse();
      assertThat(owners.all()).extracting(Owner::id).containsExactlyInAnyOrder("mk", "jd");
      assertThat(owners.problems())
          .extracting(CatalogueProblem::severity)
          .containsExactly(CatalogueProblem.Severity.ERROR);
    }
    mishap.end(folder);
    write("owners: {mk: {name: Mary, email: mary@c.test}, jd: {name: Jo, email: jd@c.test}}");
    assertThat(owners.refresh()).isTrue();
    assertThat(owners.of("mk").email()).isEqualTo("mary@c.test");
    assertThat(owners.of("jd").email()).isEqualTo("jd@c.test");
    assertThat(owners.problems()).isEmpty();
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
