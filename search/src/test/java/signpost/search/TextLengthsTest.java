package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.search.index.PageIndex;

/** Lengths are at hand only where each document has one, of whatever kind it is. */
final class TextLengthsTest {
  @Test
  void everyDocumentHasALengthInEachFieldWhereAnyHas(@TempDir Path home) throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      for (Event event : SampleWorld.events()) {
        index.put(Envelope.of(event, "test", Instant.EPOCH, 1));
      }
      index.refresh();
      assertThat(index.read(TextLengthsTest::fieldsWithLengths))
          .contains("all", "body", "title", "suggest");
    }
  }

  private static Set<String> fieldsWithLengths(IndexSearcher searcher) throws IOException {
    Set<String> counted = new HashSet<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      for (FieldInfo field : leaf.reader().getFieldInfos()) {
        if (field.hasNorms()) {
          counted.add(field.name);
          assertThat(lengths(leaf.reader().getNormValues(field.name)))
              .as(field.name)
              .isEqualTo(leaf.reader().maxDoc());
        }
      }
    }
    return counted;
  }

  private static int lengths(NumericDocValues norms) throws IOException {
    int lengths = 0;
    while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      lengths++;
    }
    return lengths;
  }
}
