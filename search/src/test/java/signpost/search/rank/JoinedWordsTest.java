package signpost.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import signpost.search.index.IndexFields;
import signpost.search.index.TextAnalysis;

class JoinedWordsTest {
  private static final Synonyms SYNONYMS = Synonyms.read(List.of("child, kid"));

  private final Directory pages = new ByteBuffersDirectory();

  @AfterEach
  void close() throws IOException {
    pages.close();
  }

  /** What a question asks for where so many pages have each of the three words. */
  private List<QueryConcept> asked(String text, int child, int care, int childcare)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(pages, new IndexWriterConfig())) {
      write(writer, "child", child);
      write(writer, "care", care);
      write(writer, "childcare", childcare);
    }
    try (DirectoryReader reader = DirectoryReader.open(pages)) {
      return JoinedWords.in(new WordCounts(reader), text)
          .in(SYNONYMS.concepts(TextAnalysis.words(text)));
    }
  }

  private static void write(IndexWriter writer, String word, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      Document page = new Document();
      page.add(
          new StringField(IndexFields.ALL, TextAnalysis.words(word).getFirst(), Field.Store.NO));
      writer.addDocument(page);
    }
  }

  @Test
  void eachOfTheTwoMayBeSaidAsOneWordAndKeepsWhatItHad() throws IOException {
    List<QueryConcept> concepts = asked("child care for the child", 30, 20, 2);
    assertThat(concepts)
        .extracting(QueryConcept::ways)
        .containsExactly(
            List.of(List.of("child"), List.of("kid"), List.of("childcar")),
            List.of(List.of("care"), List.of("childcar")));
    assertThat(concepts).extracting(QueryConcept::times).containsExactly(2, 1);
  }

  @Test
  void onePageThatJoinsTwoCommonWordsDoesNotSpeakForAll() throws IOException {
    assertThat(asked("child care", 30, 20, 1))
        .isEqualTo(SYNONYMS.concepts(List.of("child", "care")));
  }

  @Test
  void onePageIsEnoughWhereNoneHasBothApart() throws IOException {
    assertThat(asked("child care", 30, 0, 1).getLast().ways())
        .containsExactly(List.of("care"), List.of("childcar"));
  }
}
