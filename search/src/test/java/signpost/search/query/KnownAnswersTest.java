package signpost.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import signpost.search.query.KnownAnswers.AnswerKey;
import signpost.search.query.KnownAnswers.ViewAnswers;
import signpost.search.query.SearchResults.TotalHits;

final class KnownAnswersTest {
  private static final Instant HOUR = Instant.parse("2026-11-30T10:00:00Z");

  private final Directory directory = new ByteBuffersDirectory();
  private final IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
  private final KnownAnswers known = new KnownAnswers();

  KnownAnswersTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  @Test
  void whatWasAnsweredIsKnownWhileTheIndexStaysAsItIs() throws IOException {
    try (DirectoryReader view = DirectoryReader.open(writer)) {
      known.of(view).put(key("ptsd"), results(3), 100);

      assertThat(known.of(view).get(key("ptsd"))).contains(results(3));
      assertThat(known.of(view).get(key("grief"))).isEmpty();
    }
  }

  @Test
  void nothingIsKnownOfAnotherView() throws IOException {
    try (DirectoryReader view = DirectoryReader.open(writer)) {
      ViewAnswers before = known.of(view);
      before.put(key("ptsd"), results(3), 100);
      writer.addDocument(new Document());

      try (DirectoryReader next = DirectoryReader.openIfChanged(view)) {
        assertThat(known.of(next).get(key("ptsd"))).isEmpty();
        before.put(key("ptsd"), results(4), 100); // who had asked the view before comes last
        assertThat(known.of(next).get(key("ptsd"))).isEmpty();
      }
    }
  }

  @Test
  void noViewIsKeptOpen() throws IOException {
    DirectoryReader view = DirectoryReader.open(writer);
    known.of(view).put(key("ptsd"), results(3), 100);

    view.close();

    assertThat(view.getRefCount()).isZero();
  }

  @Test
  void anotherHourOrNoModelIsAnotherQuestion() throws IOException {
    try (DirectoryReader view = DirectoryReader.open(writer)) {
      ViewAnswers answers = known.of(view);
      answers.put(key("ptsd"), results(3), 100);
      SearchRequest need = SearchRequest.of("ptsd");

      assertThat(answers.get(new AnswerKey(need, need.fingerprint(), HOUR.plusSeconds(3600), true)))
          .isEmpty();
      assertThat(answers.get(new AnswerKey(need, need.fingerprint(), HOUR, false))).isEmpty();
    }
  }

  @Test
  void theLongestUnaskedGoesFirstWhenThereAreTooMany() throws IOException {
    try (DirectoryReader view = DirectoryReader.open(writer)) {
      ViewAnswers answers = known.of(view);
      answers.put(key("asked again"), results(1), 100);
      answers.put(key("asked once"), results(1), 100);
      for (int i = 0; i < 999; i++) {
        assertThat(answers.get(key("asked again"))).isPresent();
        answers.put(key("oddity " + i), results(1), 100);
      }

      assertThat(answers.size()).isEqualTo(1_000);
      assertThat(answers.get(key("asked again"))).isPresent();
      assertThat(answers.get(key("asked once"))).isEmpty();
    }
  }

  @Test
  void bigAnswersTakeTheRoomOfManyAndTheBiggestHaveNone() throws IOException {
    try (DirectoryReader view = DirectoryReader.open(writer)) {
      ViewAnswers answers = known.of(view);
      for (int i = 0; i < 40; i++) {
        answers.put(key("big " + i), results(1), 1 << 20);
      }
      assertThat(answers.size()).isEqualTo(16);

      answers.put(key("biggest"), results(1), (2 << 20) + 1);
      assertThat(answers.get(key("biggest"))).isEmpty();
      assertThat(answers.size()).isEqualTo(16);
    }
  }

  private static AnswerKey key(String text) {
    SearchRequest need = SearchRequest.of(text);
    return new AnswerKey(need, need.fingerprint(), HOUR, true);
  }

  private static SearchResults results(long total) {
    return new SearchResults(
        new TotalHits(total, false),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }
}
