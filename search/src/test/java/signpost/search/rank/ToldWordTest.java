package signpost.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.search.index.IndexFields;

final class ToldWordTest {
  private static final int MOST = 20;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void thoseThatTellMostAreTheSameAsIfAllHadBeenLookedUp(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, random);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        WordCounts counts = new WordCounts(reader);
        Map<String, Double> said = said(random);

        assertThat(ToldWord.most(said, counts, MOST)).isEqualTo(allLookedUp(said, counts));
      }
    }
  }

  private static List<ToldWord> allLookedUp(Map<String, Double> said, WordCounts counts)
      throws IOException {
    List<ToldWord> all = new ArrayList<>();
    for (Map.Entry<String, Double> word : said.entrySet()) {
      double tells = word.getValue() * counts.weight(word.getKey());
      all.add(new ToldWord(word.getKey(), word.getValue(), tells));
    }
    all.sort(Comparator.comparingDouble(ToldWord::tells).reversed().thenComparing(ToldWord::word));
    return all.subList(0, MOST);
  }

  /** Many say a word equally often, and one in ten words stands nowhere. */
  private static Map<String, Double> said(SplittableRandom random) {
    Map<String, Double> said = new HashMap<>();
    for (int word = 0; word < 330; word++) {
      said.put("w" + word, random.nextInt(1, 12) / 12.0);
    }
    return said;
  }

  private static void write(Directory directory, SplittableRandom random) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int page = 0; page < 200; page++) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 40; word++) {
          text.append("w").append(random.nextInt(1 + random.nextInt(300))).append(' ');
        }
        Document document = new Document();
        document.add(new TextField(IndexFields.ALL, text.toString(), Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }
}
