package signpost.notifier.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.catalogue.MailAddress;
import signpost.catalogue.Owner;
import signpost.catalogue.PlacementScope;
import signpost.kit.PostgresServer;
import signpost.notifier.NotifierRecord;
import signpost.notifier.answer.AnswerLog;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.delivery.FeedReaders;
import signpost.notifier.desk.Subscriptions;
import signpost.notifier.follow.FollowedSearch;
import signpost.notifier.follow.FollowedSearches;
import signpost.notifier.follow.SearchNews;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.OutgoingMail;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.Owners;
import signpost.notifier.owner.SuppressedAddresses;
import signpost.notifier.person.PersonRecords.KeptOfPerson;
import signpost.record.store.Database;

/** What is kept of one person is found and removed, and nothing of anybody else. */
class PersonRecordsIT {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final MailAddress JO = MailAddress.parse("Jo_B@council.example").orElseThrow();
  private static final MailAddress JOX = MailAddress.parse("joxb@council.example").orElseThrow();
  private static final Owner OPS = new Owner(Owners.OPS, "", "ops@council.example", LONDON);

  @TempDir private Path folder;
  private final List<Database> opened = new ArrayList<>();

  private PersonRecords open(String kind, Owner... named) {
    Database database =
        Database.open(
            NotifierRecord.SCHEMA,
            kind.equals("sqlite")
                ? "jdbc:sqlite:" + folder.resolve("notifier.db")
                : PostgresServer.empty(),
            "",
            "");
    opened.add(database);
    database.write(handle -> {
      subscribed(handle, JO);
      subscribed(handle, JOX);
      return true;
    });
    return new PersonRecords(database, folder, List.of(named), List.of("was-jo"));
  }

  private Database database() {
    return opened.getFirst();
  }

  @AfterEach
  void close() {
    opened.forEach(Database::close);
  }

  private void subscribed(Handle handle, MailAddress address) {
    String id = Subscriptions.subscriber(address.toString());
    OwnerDirectory.subscribe(
        handle, id, address.toString(), PlacementScope.parse("guide:snap").orElseThrow(), NOON);
    FollowedSearches.follow(handle, FollowedSearch.from(NOON, "care-" + id, id, "q=care"));
    SearchNews known = new SearchNews(Set.of("https://x.example/"), List.of(), Set.of());
    FollowedSearches.answered(handle, "care-" + id, "“care”", known, NOON);
    FeedReaders.open(handle, id);
    mail(handle, id + "-1", id, address.toString());
    mail(handle, id + "-2", "a-team", address.toString());
    handle.execute("UPDATE delivery SET state = 'SENT' WHERE id = ?", id + "-2");
  }

  private void mail(Handle handle, String id, String owner, String to) {
    new DeliveryLedger(database())
        .enter(
            handle,
            Delivery.pending(
                new Letterhead(id, owner, DeliveryChannels.EMAIL, MessageKind.DIGEST),
                NOON,
                NOON,
                new OutgoingMail(
                    to,
                    "",
                    "News",
                    "It is on jo_b@council.example’s page",
                    "",
                    "<" + id + "@x>",
                    Optional.empty(),
                    NOON,
                    Optional.empty()),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void allOfSomebodyIsFoundAndRemovedAndNothingOfWhoIsAlmostCalledSo(String kind)
      throws IOException {
    PersonRecords records = open(kind);
    Path file = Files.createDirectories(folder.resolve("outgoing"));
    database().write(handle -> FeedReaders.open(handle, "was-jo"));
    String theirs = Subscriptions.subscriber(JO.toString()) + "-1.eml";
    String others = Subscriptions.subscriber(JOX.toString()) + "-1.eml";
    Files.writeString(file.resolve(theirs), "To: jo");
    Files.writeString(file.resolve(others), "To: jox");

    assertThat(records.find(JO).rows())
        .containsEntry("subscriptions", 1L)
        .containsEntry("messages to them", 2L)
        .containsEntry("feeds", 2L)
        .containsEntry("searches they follow", 1L)
        .containsEntry("pages their searches found", 1L)
        .hasSize(5);
    assertThat(records.remove(JO, NOON).rows()).hasSize(5);

    KeptOfPerson after = records.find(JO);
    assertThat(after.isNothing()).isTrue();
    assertThat(after.suppressed()).isTrue();
    assertThat(records.find(JOX).rows()).hasSize(5);
    assertThat(file.resolve(theirs)).doesNotExist();
    assertThat(file.resolve(others)).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void answersStayWithoutWhoGaveThem(String kind) throws IOException {
    PersonRecords records = open(kind, new Owner("jo", "Jo", "jo_b@council.example", LONDON));
    database()
        .write(handle -> {
          for (String owner : List.of("jo", "ann")) {
            handle.execute(
                "INSERT INTO answer (guide, subject, kind, finding, news, rule, verdict, words, owner,"
                    + " at, standing) VALUES ('snap', 'https://x.example/', 'BROKEN', 'f', 1, '', 'KEEP',"
                    + " '', ?, 0, 1)",
                owner);
          }
          return true;
        });

    KeptOfPerson before = records.remove(JO, NOON);

    assertThat(before.named()).containsExactly("jo");
    assertThat(before.rows()).containsEntry("answers with their name", 1L);
    assertThat(texts("SELECT owner FROM answer ORDER BY owner")).containsExactly("", "ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void answerThatStandsIsKeptAndAnOldOneBeforeItIsNot(String kind) {
    open(kind);
    database()
        .write(handle -> {
          for (int standing : List.of(0, 1)) {
            handle.execute(
                "INSERT INTO answer (guide, subject, kind, finding, news, rule, verdict, words, owner,"
                    + " at, standing) VALUES ('snap', 'https://x.example/', 'BROKEN', 'f', 1, '', 'KEEP',"
                    + " '', 'jo', ?, ?)",
                NOON.toEpochMilli(),
                standing);
          }
          return true;
        });

    assertThat(forgotten(NOON.plus(Duration.ofDays(400)))).isZero();
    assertThat(forgotten(NOON.plus(Duration.ofDays(401)))).isEqualTo(1);
    assertThat(forgotten(NOON.plus(Duration.ofDays(4_000)))).isZero();
  }

  private int forgotten(Instant now) {
    return database().write(handle -> AnswerLog.forgetOld(handle, now));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void whoWasRemovedIsNotWrittenToUntilThatIsLifted(String kind) throws IOException {
    PersonRecords records = open(kind);
    records.remove(JO, NOON);
    OwnerDirectory people = new OwnerDirectory(new Owners(folder, OPS, () -> NOON));
    String subscriber = Subscriptions.subscriber(JO.toString());

    database()
        .read(handle -> {
          assertThat(SuppressedAddresses.has(handle, "jo_b@COUNCIL.example")).isTrue();
          assertThat(SuppressedAddresses.has(handle, "jo_b+news@council.example"))
              .as("of that nobody spoke, and it may be somebody else's")
              .isFalse();
          assertThat(SuppressedAddresses.has(handle, JOX.toString())).isFalse();
          assertThat(people.at(handle, JO.toString())).isEmpty();
          assertThat(people.at(handle, JOX.toString())).hasSize(1);
          assertThat(people.of(handle, subscriber)).isEqualTo(OPS);
          return true;
        });
    assertThat(texts("SELECT digest FROM suppressed"))
        .singleElement()
        .satisfies(mark -> assertThat(mark).matches("[0-9a-f]{64}"));
    assertThat(records.allow(JO)).isTrue();
    assertThat(records.allow(JO)).isFalse();
    assertThat(records.find(JO).suppressed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void ownerWhomTheCatalogueStillNamesIsNotWrittenToAndOpsAre(String kind) throws IOException {
    Files.writeString(
        folder.resolve("owners.yaml"),
        """
        owners:
          jo: { name: Jo, email: jo_b@council.example }
        """);
    PersonRecords records = open(kind);
    Owners owners = new Owners(folder, OPS, () -> NOON);
    owners.refresh();
    OwnerDirectory people = new OwnerDirectory(owners);
    assertThat(addressOf(people)).isEqualTo("jo_b@council.example");

    records.remove(JO, NOON);

    assertThat(addressOf(people)).isEqualTo(OPS.email());
    boolean known = database().read(handle -> people.isKnown(handle, "jo"));
    assertThat(known).isFalse();
  }

  private String addressOf(OwnerDirectory people) {
    return database().read(handle -> people.of(handle, "jo").email());
  }

  private List<String> texts(String query) {
    return database().read(handle -> handle.select(query).mapTo(String.class).list());
  }
}
