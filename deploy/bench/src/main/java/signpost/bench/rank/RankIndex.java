package signpost.bench.rank;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.VectorUtil;
import signpost.events.Envelope;
import signpost.events.PageEvent;
import signpost.events.PageEvent.PageRead;
import signpost.search.embed.EmbeddingModel;
import signpost.search.index.EmbeddingPassage;
import signpost.search.index.IndexFields;
import signpost.search.index.IndexView;
import signpost.search.index.PageIndex;
import signpost.url.CanonicalUrl;

/** A collection in the product's own index: each entry goes in as a page that was read. */
final class RankIndex implements Closeable {
  private static final Instant WHEN = Instant.EPOCH;
  private static final int TOGETHER = 500;
  private static final int AT_ONCE = 256;

  private final PageIndex index;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, float[]> vectors = new HashMap<>();

  private RankIndex(PageIndex index) {
    this.index = index;
  }

  static RankIndex of(Path corpus, Path folder) throws IOException {
    RankIndex made = new RankIndex(PageIndex.open(folder));
    JudgedCollection.entries(corpus, made::add);
    made.index.refresh();
    return made;
  }

  int size() {
    return ids.size();
  }

  /** Gives every page its vector, with two workers as the product does; how long that took. */
  Duration embed(EmbeddingModel model, PrintWriter progress) throws IOException {
    long begun = System.nanoTime();
    int done = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
      Map<String, EmbeddingPassage> wanted = index.wanted(AT_ONCE);
      while (!wanted.isEmpty()) {
        embed(model, wanted, workers);
        index.refresh();
        done += wanted.size();
        if (done / 2_560 > (done - wanted.size()) / 2_560) {
          progress.printf("%,d of %,d pages embedded%n", done, ids.size());
        }
        wanted = index.wanted(AT_ONCE);
      }
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  <T> T read(IndexView<T> question) throws IOException {
    return index.read(question);
  }

  /** The collection's id of a document. */
  String id(IndexSearcher searcher, int document) throws IOException {
    String key =
        searcher.storedFields().document(document, Set.of(IndexFields.KEY)).get(IndexFields.KEY);
    return ids.get(number(key));
  }

  /** The cosine of the page nearest to a vector of length one; 0 where no page has one. */
  double nearest(float[] question) {
    return vectors.values().stream().mapToDouble(it -> cosine(question, it)).max().orElse(0);
  }

  /** The vector of a page by the collection's id. */
  Optional<float[]> vector(String id) {
    return Optional.ofNullable(vectors.get(id));
  }

  static double cosine(float[] one, float[] other) {
    return VectorUtil.dotProduct(one, other);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }

  private void add(JudgedCollection.CollectionEntry entry) {
    try {
      index.put(Envelope.of(page(entry), "signpost/bench", WHEN, 1));
      ids.add(entry.id());
      if (ids.size() % TOGETHER == 0) {
        index.refresh();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PageRead page(JudgedCollection.CollectionEntry entry) {
    CanonicalUrl url = CanonicalUrl.parse(address(ids.size())).orElseThrow();
    String text =
        entry.text().length() > PageEvent.MAX_TEXT
            ? entry.text().substring(0, PageEvent.MAX_TEXT)
            : entry.text();
    return new PageRead(
        url,
        url.value(),
        entry.title(),
        "",
        text,
        false,
        List.of(),
        Optional.empty(),
        List.of(),
        "html",
        0,
        WHEN,
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        List.of());
  }

  /** The number in letters nobody searches for: an address's words are searched too. */
  private static String address(int number) {
    StringBuilder letters = new StringBuilder("qzx");
    for (char digit : Integer.toString(number).toCharArray()) {
      letters.append((char) ('a' + digit - '0'));
    }
    return "https://" + letters + ".invalid/";
  }

  private static int number(String address) {
    int number = 0;
    for (char letter : address.substring("https://qzx".length()).toCharArray()) {
      if (letter == '.') {
        break;
      }
      number = number * 10 + letter - 'a';
    }
    return number;
  }

  private void embed(
      EmbeddingModel model, Map<String, EmbeddingPassage> wanted, ExecutorService workers)
      throws IOException {
    List<Future<float[]>> made =
        wanted.values().stream()
            .map(passage -> workers.submit(() -> model.passage(passage.text())))
            .toList();
    int next = 0;
    try {
      for (Map.Entry<String, EmbeddingPassage> page : wanted.entrySet()) {
        float[] vector = made.get(next++).get();
        vectors.put(ids.get(number(page.getKey())), vector);
        index.embed(page.getKey(), page.getValue(), vector);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }
}
