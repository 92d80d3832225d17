package signpost.notifier.news;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.CatalogueProblem;
import signpost.notifier.NotifierConfig;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.message.LetterComposer;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.ShortMail;
import signpost.notifier.owner.Owners;
import signpost.notifier.store.ModuleValues;
import signpost.record.store.Database;

/**
 * Tells ops what is wrong in the catalogue's files: once for each set of problems that has stood
 * for a while, and once more when there are none left.
 */
@Singleton
public final class CatalogueNews {
  private static final String TOLD = "catalogue-told";
  private static final int MOST = 50;

  private final Database database;
  private final Owners owners;
  private final DeliveryLedger ledger;
  private final LetterComposer composer;
  private final NotifierConfig config;
  private final InstantSource wall;
  private List<CatalogueProblem> seen = List.of();
  private String set = "";
  private Instant since;
  private String told;

  CatalogueNews(
      Database database,
      Owners owners,
      DeliveryLedger ledger,
      LetterComposer composer,
      NotifierConfig config,
      @Named("wall") InstantSource wall) {
    this.database = database;
    this.owners = owners;
    this.ledger = ledger;
    this.composer = composer;
    this.config = config;
    this.wall = wall;
    this.since = wall.instant();
    this.told = database.read(handle -> ModuleValues.get(handle, TOLD)).orElse("");
  }

  /** Looks at the problems as they are; returns whether ops is written to. */
  public boolean step(Instant clock) {
    List<CatalogueProblem> now = owners.problems();
    Instant at = wall.instant();
    if (!now.equals(seen)) {
      seen = now;
      set = now.isEmpty() ? "" : FindingStore.hash(written(now));
      since = at;
    }
    // Someone is at work on the files as long as they change.
    if (set.equals(told) || since.plus(config.catalogueSettling()).isAfter(at)) {
      return false;
    }
    boolean written = database.write(handle -> tell(handle, clock, at));
    told = set;
    return written;
  }

  /** Another notifier of this database may have told it: of writers one comes after the other. */
  private boolean tell(Handle handle, Instant clock, Instant at) {
    if (ModuleValues.get(handle, TOLD).orElse("").equals(set)) {
      return false;
    }
    String id = FindingStore.hash(String.join("|", TOLD, set, at.toString()));
    ModuleValues.set(handle, TOLD, set);
    ledger.enter(
        handle,
        Delivery.pending(
            new Letterhead(id, Owners.OPS, DeliveryChannels.EMAIL, MessageKind.CATALOGUE),
            at,
            clock,
            composer.note(note(), id, owners.ops().email(), clock),
            List.of()));
    return true;
  }

  private ShortMail note() {
    List<String> paragraphs = new ArrayList<>();
    if (seen.isEmpty()) {
      paragraphs.add("Nothing is wrong in the catalogue's files any more; all of them count.");
      return note("The catalogue's files are right again", paragraphs);
    }
    paragraphs.add(
        "A file with an error counts as it stood before, and nothing is taken off the watch"
            + " meanwhile. A warning says what was left out or assumed.");
    seen.stream().limit(MOST).map(CatalogueProblem::toString).forEach(paragraphs::add);
    if (seen.size() > MOST) {
      paragraphs.add("And " + (seen.size() - MOST) + " more.");
    }
    String count = seen.size() == 1 ? "one problem" : seen.size() + " problems";
    return note("The catalogue's files have " + count, paragraphs);
  }

  private ShortMail note(String subject, List<String> paragraphs) {
    paragraphs.add("The same is at /notifications, at the address where ops pages answer.");
    return new ShortMail(
        subject, paragraphs, "All guides, and how they fare", config.publicUrl() + "/guides");
  }

  private static String written(List<CatalogueProblem> problems) {
    return problems.stream().map(CatalogueProblem::toString).collect(Collectors.joining("\n"));
  }
}
