package signpost.bench.rank;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The yardstick: what anyone has for nothing. One field of title and text, English stop words and
 * Porter's second stemmer, any of the words, BM25 with k1 1.2 and b 0.75, all of it Lucene's own.
 */
final class PlainSearch implements Closeable {
  private static final String ID = "id";
  private static final String TEXT = "text";
  private static final Analyzer ENGLISH =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source = new StandardTokenizer();
          TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
          words = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
          return new TokenStreamComponents(source, new SnowballFilter(words, new EnglishStemmer()));
        }
      };

  private final Directory directory;
  private final DirectoryReader reader;

  private PlainSearch(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
  }

  static PlainSearch of(Path corpus, Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ENGLISH))) {
      JudgedCollection.entries(corpus, entry -> add(writer, entry));
    }
    return new PlainSearch(directory);
  }

  RankRun.RankedRun all(Map<String, String> queries) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Map<String, Map<String, Double>> orders = new LinkedHashMap<>();
    List<Duration> took = new ArrayList<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      long begun = System.nanoTime();
      Query words = new QueryBuilder(ENGLISH).createBooleanQuery(TEXT, query.getValue());
      ScoreDoc[] best =
          words == null ? new ScoreDoc[0] : searcher.search(words, RankRun.DEPTH).scoreDocs;
      took.add(Duration.ofNanos(System.nanoTime() - begun));
      orders.put(query.getKey(), named(searcher, best));
    }
    return new RankRun.RankedRun(orders, took);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }

  private static Map<String, Double> named(IndexSearcher searcher, ScoreDoc[] best)
      throws IOException {
    Map<String, Double> named = new LinkedHashMap<>();
    for (ScoreDoc hit : best) {
      String id = searcher.storedFields().document(hit.doc, Set.of(ID)).get(ID);
      named.put(id, (double) hit.score);
    }
    return named;
  }

  private static void add(IndexWriter writer, JudgedCollection.CollectionEntry entry) {
    Document document = new Document();
    document.add(new StringField(ID, entry.id(), Field.Store.YES));
    document.add(new TextField(TEXT, entry.title() + "\n" + entry.text(), Field.Store.NO));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
