package signpost.bench.scale;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import signpost.search.index.IndexFields;
import signpost.search.index.IndexLayout;
import signpost.search.rank.QueryInterpreter;

/**
 * Lucene without us: the same index, the product's own query objects, the first ten with what a
 * list of results would show, in this process and on one thread.
 */
final class BareLucene implements AutoCloseable {
  private static final Set<String> SHOWN =
      Set.of(IndexFields.KEY, IndexFields.TITLE, IndexFields.LEAD);

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final List<Query> queries = new ArrayList<>();

  private BareLucene(IndexReader reader, List<String> questions) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(IndexLayout.similarity());
    QueryInterpreter interpreter = new QueryInterpreter();
    for (String question : questions) {
      queries.add(interpreter.read(searcher, question).strict());
    }
  }

  static BareLucene open(Path home, List<String> questions) throws IOException {
    return new BareLucene(DirectoryReader.open(FSDirectory.open(generation(home))), questions);
  }

  private static Path generation(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("segments_"))
          .map(Path::getParent)
          .findFirst()
          .orElseThrow();
    }
  }

  int segments() {
    return reader.leaves().size();
  }

  /** Asks every question once. */
  QueryCost round() throws IOException {
    List<Duration> times = new ArrayList<>();
    Duration before = cpu();
    for (Query query : queries) {
      long began = System.nanoTime();
      ask(query);
      times.add(Duration.ofNanos(System.nanoTime() - began));
    }
    return QueryCost.of(cpu().minus(before), times);
  }

  private List<Document> ask(Query query) throws IOException {
    List<Document> shown = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
      shown.add(searcher.storedFields().document(hit.doc, SHOWN));
    }
    return shown;
  }

  private static Duration cpu() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Duration.ofNanos(system.getProcessCpuTime());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
