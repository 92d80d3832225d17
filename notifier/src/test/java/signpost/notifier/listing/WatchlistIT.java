package signpost.notifier.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.catalogue.Owner;
import signpost.catalogue.PlacementScope;
import signpost.events.Referrer;
import signpost.events.ResourceEvent.GuideListed;
import signpost.notifier.Given;
import signpost.notifier.NotifierRecord;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.Owners;
import signpost.record.store.Database;

/** Who watches what, where a row cannot be read. */
class WatchlistIT {
  private static final String URL = "https://gov.example/toolkit";
  private static final String ODD = "https://minds.example/leaflet";
  private static final String ANN = OwnerDirectory.subscriberId("ann");

  @TempDir Path folder;
  private final Owner ops = new Owner(Owners.OPS, "", "o@x.example", ZoneId.of("Europe/London"));
  private Database database;
  private Watchlist watchlist;

  @BeforeEach
  void listed() {
    watchlist = new Watchlist(new Owners(folder, ops, Instant::now));
    database =
        Database.open(
            NotifierRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("notifier.db"), "", "");
    PlacementScope all = PlacementScope.parse("guide:" + Given.GUIDE).orElseThrow();
    database.write(handle -> {
      OwnerDirectory.subscribe(handle, ANN, "ann@x.example", all, Given.NOON);
      watchlist.list(handle, Given.guide(URL), 0);
      watchlist.list(handle, Given.resource(URL));
      watchlist.list(handle, Given.guideNamed("odd", "Odd", "jd", ODD), 0);
      watchlist.list(handle, Given.resourceIn(ODD, List.of("jd"), "odd"));
      return handle.execute("UPDATE guide SET body = '{' WHERE id = 'odd'");
    });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void guideThatCannotBeReadKeepsNobodyFromLeavingAndLosesNobody() {
    assertThat(watching(URL)).containsExactly("mk", ANN);
    database.write(handle -> {
      OwnerDirectory.unsubscribe(handle, ANN);
      return watchlist.rewatchAll(handle);
    });
    assertThat(watching(URL)).containsExactly("mk");
    assertThat(watching(ODD)).containsExactly("jd");
  }

  @Test
  void guideThatCannotBeReadKeepsNobodyFromAskingToBeTold() {
    PlacementScope snap = PlacementScope.parse("guide:" + Given.GUIDE).orElseThrow();
    boolean placed = database.read(handle -> watchlist.isPlaced(handle, snap));
    assertThat(placed).isTrue();
  }

  @Test
  void pageThatCannotBeReadLosesNobodyWhoWatchesWhatItLinksTo() {
    database.write(handle -> {
      GuideListed linking = Given.guideNamed("third", "Third", "jd", URL);
      watchlist.list(handle, linking, 0);
      watchlist.linked(
          handle, URL, List.of(new Referrer(linking.page().orElseThrow(), "A link", "Links")));
      handle.execute("UPDATE guide SET body = '{' WHERE id = 'third'");
      return watchlist.rewatchAll(handle);
    });
    assertThat(watching(URL)).containsExactly("jd", "mk", ANN);
  }

  private List<String> watching(String url) {
    return database.read(handle -> List.copyOf(watchlist.owners(handle, url)));
  }
}
