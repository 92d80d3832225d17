package signpost.notifier.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.catalogue.Owner;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.notifier.Given;
import signpost.notifier.NotifierRecord;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.Owners;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.Traces;
import signpost.trace.TracesConfig;

/** What is offered in the place of a page that ended, as its ends follow each other. */
class FindingStoreIT {
  private static final String URL = "https://minds.example/leaflet.pdf";
  private static final String OFFERED = "https://minds.example/offered.pdf";
  private static final String PUBLISHERS = "https://minds.example/new-leaflet";
  private static final Owner OPS =
      new Owner(Owners.OPS, "", "ops@x.example", ZoneId.of("Europe/London"));

  @TempDir Path folder;
  private Database database;
  private FindingStore findings;
  private long sequence = 1;

  @BeforeEach
  void listed() {
    database =
        Database.open(
            NotifierRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("notifier.db"), "", "");
    Watchlist watchlist = new Watchlist(new Owners(folder, OPS, Instant::now));
    findings = new FindingStore(new Outbox(database), watchlist, (_, _, _) -> List.of(), 0.15);
    database.write(handle -> {
      watchlist.list(handle, Given.guide(URL), 0);
      return watchlist.list(handle, Given.resource(URL));
    });
    becomes(new LinkHealth.Ok(), Given.broken(), 0);
    database.write(handle -> {
      findings.apply(handle, Given.offers(URL, OFFERED, Given.NOON));
      return true;
    });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void becomes(LinkHealth from, LinkHealth to, int day) {
    Instant at = Given.NOON.plus(Duration.ofDays(day));
    database.write(handle -> {
      findings.apply(handle, Given.transition(URL, from, to, at), sequence++);
      return true;
    });
  }

  /** The last visit that changed something is what a mail tells of, and it may have no trace. */
  @Test
  void findingKeepsTheTraceOfTheVisitThatBroughtItToItsState() {
    String visit = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    String id = database.read(handle -> FindingStore.all(handle, 1)).getFirst().id();
    assertThat(trace(id)).isEmpty();
    try (Traces traces = Traces.of(TracesConfig.at("http://127.0.0.1:9", 1), "notifier")) {
      traces.run(
          () ->
              SpanPlan.of(
                  "process", SpanRole.CONSUMER, new SpanParent.CarriedTrace(Optional.of(visit))),
          _ -> becomes(Given.broken(), new LinkHealth.Ok(), 1));
    }
    assertThat(trace(id).orElseThrow()).startsWith(visit.substring(0, 35));

    becomes(new LinkHealth.Ok(), Given.broken(), 2);
    assertThat(trace(id)).isEmpty();
  }

  private Optional<String> trace(String id) {
    return Optional.ofNullable(
        database.read(handle -> FindingStore.traces(handle, List.of(id))).get(id));
  }

  private FindingDetail open() {
    List<Finding> open =
        database.read(handle -> FindingStore.all(handle, 10)).stream()
            .filter(Finding::isOpen)
            .toList();
    assertThat(open).hasSize(1);
    return open.getFirst().detail();
  }

  private static LinkHealth gone(GoneKind kind, Optional<String> replacement) {
    return new LinkHealth.GoneInPlace(kind, Given.NOON, "It says so", replacement);
  }

  @Test
  void pageThatIsWithdrawnIsOfferedNothingOfItsEarlierEnd() {
    assertThat(open().newAddress()).contains(OFFERED);
    becomes(Given.broken(), gone(GoneKind.WITHDRAWN, Optional.empty()), 1);
    assertThat(open().successor()).isEmpty();
  }

  @Test
  void whatThePublisherPutInItsPlaceIsTheOnlyNewAddress() {
    becomes(Given.broken(), gone(GoneKind.SUPERSEDED, Optional.of(PUBLISHERS)), 1);
    assertThat(open().newAddress()).contains(PUBLISHERS);
    assertThat(open().offer()).isEmpty();
    PageSuccessor offer = Given.offers(URL, OFFERED, Given.NOON).successor();
    assertThat(open().at(Optional.of(offer)).offer()).isEmpty();
  }

  @Test
  void pageThatEndsAnewAfterAMoveIsOfferedNothingOfItsFirstEnd() {
    LinkHealth moved = Given.moved("https://minds.example/moved");
    becomes(Given.broken(), moved, 1);
    becomes(moved, Given.broken(), 60);
    assertThat(open().offer()).isEmpty();
  }

  @Test
  void pageThatEndsInAnotherWayIsStillOfferedWhatWasFound() {
    becomes(Given.broken(), gone(GoneKind.SOFT_404, Optional.empty()), 1);
    assertThat(open().newAddress()).contains(OFFERED);
  }
}
