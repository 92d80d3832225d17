package signpost.bench.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jsoup.nodes.Document;
import signpost.bench.noise.AuthoredPage;
import signpost.bench.noise.PageEdit;
import signpost.bench.noise.PageEdits;
import signpost.bench.noise.PageWatch;
import signpost.bench.noise.PageWatch.WatchState;
import signpost.bench.noise.PageWatch.WatchVisit;
import signpost.evidence.EvidenceSettings;
import signpost.evidence.EvidenceStore;
import signpost.evidence.Memento;
import signpost.evidence.PageCapture;
import signpost.evidence.PageVersion;
import signpost.evidence.ReplayedPage;
import signpost.revision.noise.RevisionState;
import signpost.sample.noise.NoiseKind;
import signpost.sample.noise.NoiseKinds;
import signpost.sample.noise.NoisyVisit;
import signpost.sample.noise.RandomPick;
import signpost.url.CanonicalUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

/** Visits made-up pages as ingest does, and keeps what the rule keeps; beside it, every reading. */
final class KeptVisits {
  private static final long LIMIT = 1L << 40;
  private static final int KINDS = 3;

  /** Every reading is kept of two pages, one still and one not, in so many: the disk is slow. */
  private static final int SAMPLE = 6;

  private static final Headers HTML =
      new Headers(Map.of("content-type", List.of("text/html; charset=utf-8")));

  private final MediaPageReader reader;
  private final PageWatch watch;
  private final List<AuthoredPage> pages;
  private final int visits;
  private final long seed;
  private long raw;
  private long rawOfSample;
  private long nanos;
  private int taken;
  private int told;
  private int proved;

  KeptVisits(MediaPageReader reader, List<AuthoredPage> pages, int visits, long seed) {
    this.reader = reader;
    this.watch = new PageWatch(reader);
    this.pages = List.copyOf(pages);
    this.visits = visits;
    this.seed = seed;
  }

  /**
   * What came of it.
   *
   * @param raw bytes of bodies that were sent
   * @param rawOfSample of these, of the pages of which every reading was kept
   * @param proved told changes that have both captures, with the right bodies, and replay
   */
  record KeptFigures(
      int visits, long raw, long rawOfSample, int told, int proved, double perSecond) {}

  KeptFigures run(Path byRule, Path every) throws IOException {
    try (EvidenceStore rule = EvidenceStore.open(EvidenceSettings.of(byRule, LIMIT));
        EvidenceStore all = EvidenceStore.open(EvidenceSettings.of(every, LIMIT))) {
      for (int i = 0; i < pages.size(); i++) {
        watch(i, rule, all);
      }
    }
    return new KeptFigures(
        visits * pages.size(), raw, rawOfSample, told, proved, taken * 1e9 / nanos);
  }

  private void watch(int number, EvidenceStore rule, EvidenceStore all) throws IOException {
    AuthoredPage page = pages.get(number);
    CanonicalUrl address = CanonicalUrl.of(page.url());
    Random random = new Random(NoisyVisit.mixed(seed, "evidence", number));
    List<NoiseKind> habits =
        number % 2 == 0 ? List.of() : RandomPick.some(NoiseKinds.ALL, KINDS, random);
    WatchState known = WatchState.NOTHING;
    AuthoredPage edited = page;
    byte[] settled = new byte[0];
    Map<Integer, byte[][]> changes = new HashMap<>();
    for (int visit = 0; visit < visits; visit++) {
      edited = visit == visits / 3 || visit == 2 * visits / 3 ? edit(edited, random) : edited;
      NoisyVisit moment = known.moment(seed);
      byte[] html = PageWatch.html(page, edited, habits, moment).getBytes(UTF_8);
      raw += html.length;
      WatchVisit seen = watch.visit(page, edited, habits, known, seed);
      known = seen.after();
      Optional<RevisionState> state = known.state();
      if (state.isEmpty() || !seen.read()) {
        continue;
      }
      int revision = state.get().revision();
      boolean calm = state.get().standing().isEmpty();
      if (seen.told().isPresent()) {
        changes.put(revision, new byte[][] {settled, html});
        settled = html;
      } else if (calm || settled.length == 0) {
        settled = html;
      }
      take(rule, capture(address, moment, html, revision), calm);
      if (number % SAMPLE < 2) {
        rawOfSample += html.length;
        all.take(capture(address, moment, html, visit + 1), calm);
      }
    }
    told += changes.size();
    proved += prove(rule, address, changes);
  }

  private void take(EvidenceStore rule, PageCapture capture, boolean settled) throws IOException {
    long started = System.nanoTime();
    rule.take(capture, settled);
    nanos += System.nanoTime() - started;
    taken++;
  }

  private static AuthoredPage edit(AuthoredPage page, Random random) {
    List<PageEdit> edits = new ArrayList<>(PageEdits.ALL);
    Collections.shuffle(edits, random);
    for (PageEdit edit : edits) {
      Document copy = page.copy();
      if (edit.make(copy)) {
        return new AuthoredPage(page.name(), page.url(), copy.outerHtml());
      }
    }
    return page;
  }

  private static PageCapture capture(
      CanonicalUrl address, NoisyVisit moment, byte[] html, int revision) {
    Answered answer =
        new Answered(
            address.url(),
            address.url(),
            200,
            List.of(),
            HTML,
            ResponseBody.of(html),
            Duration.ofMillis(1));
    return new PageCapture(address, moment.at(), PageVersion.of(revision), answer);
  }

  /** How many changes can be shown: what was served before, what was served when it was told. */
  private int prove(EvidenceStore store, CanonicalUrl address, Map<Integer, byte[][]> changes)
      throws IOException {
    List<Memento> mementos = store.mementos(address);
    int proved = 0;
    for (var change : changes.entrySet()) {
      int revision = change.getKey();
      Optional<Memento> before =
          mementos.stream()
              .filter(it -> it.version().revision() < revision)
              .reduce((_, later) -> later);
      Optional<Memento> after =
          mementos.stream().filter(it -> it.version().revision() == revision).findFirst();
      proved +=
          shows(store, before, change.getValue()[0]) && shows(store, after, change.getValue()[1])
              ? 1
              : 0;
    }
    return proved;
  }

  private boolean shows(EvidenceStore store, Optional<Memento> memento, byte[] served)
      throws IOException {
    if (memento.isEmpty()) {
      return false;
    }
    byte[] body = store.body(memento.get());
    return Arrays.equals(body, served)
        && ReplayedPage.html(memento.get(), body, reader).contains("A copy, as it was on");
  }
}
