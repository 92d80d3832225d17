package signpost.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Event;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.PageEvent.PageRead;
import signpost.events.ResourceEvent.ResourceListed;

/**
 * What a result shows of a page, in a column of its own: reading it needs neither the page's text
 * nor its links, headings, referrers and attempts, which the stored parts hold.
 */
final class ResultCard {
  private ResultCard() {}

  static void add(Document document, JoinedPage page) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(page.url().getBytes(UTF_8));
    parts.add(part(page.resource()));
    parts.add(part(page.page().map(StoredPage::card)));
    parts.add(part(page.health().map(ResultCard::slim)));
    parts.add(part(page.lastChange()));
    page.findings().forEach(finding -> parts.add(StoredEvent.write(finding)));
    byte[] card = new byte[parts.stream().mapToInt(it -> Integer.BYTES + it.length).sum()];
    ByteBuffer all = ByteBuffer.wrap(card);
    parts.forEach(it -> all.putInt(it.length).put(it));
    document.add(new BinaryDocValuesField(IndexFields.CARD, new BytesRef(card)));
  }

  /** Empty for what is no page. */
  static Optional<JoinedPage> of(IndexSearcher searcher, int document) throws IOException {
    Optional<BytesRef> card = column(searcher, document);
    return card.isPresent() ? Optional.of(page(card.get())) : Optional.empty();
  }

  /** How long it is; 0 for what is no page. */
  static int bytes(IndexSearcher searcher, int document) throws IOException {
    return column(searcher, document).map(card -> card.length).orElse(0);
  }

  private static Optional<BytesRef> column(IndexSearcher searcher, int document)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues cards = DocValues.getBinary(leaf.reader(), IndexFields.CARD);
    return cards.advanceExact(document - leaf.docBase)
        ? Optional.of(cards.binaryValue())
        : Optional.empty();
  }

  private static JoinedPage page(BytesRef card) {
    ByteBuffer all = ByteBuffer.wrap(card.bytes, card.offset, card.length);
    return new JoinedPage(
        text(all),
        next(all, ResourceListed.class),
        next(all, PageRead.class),
        next(all, HealthJudged.class),
        next(all, PageChanged.class),
        rest(all, FindingChanged.class));
  }

  private static byte[] part(Optional<? extends Event> event) {
    return event.map(StoredEvent::write).orElse(new byte[0]);
  }

  private static String text(ByteBuffer all) {
    byte[] text = new byte[all.getInt()];
    all.get(text);
    return new String(text, UTF_8);
  }

  private static <T extends Event> Optional<T> next(ByteBuffer all, Class<T> type) {
    byte[] part = new byte[all.getInt()];
    all.get(part);
    return part.length == 0
        ? Optional.empty()
        : Optional.of(StoredEvent.read(new BytesRef(part), type));
  }

  private static <T extends Event> List<T> rest(ByteBuffer all, Class<T> type) {
    List<T> rest = new ArrayList<>();
    while (all.hasRemaining()) {
      next(all, type).ifPresent(rest::add);
    }
    return rest;
  }

  private static HealthJudged slim(HealthJudged health) {
    return new HealthJudged(
        health.target(),
        health.health(),
        health.explanation(),
        health.placed(),
        health.finalUrl(),
        health.checkedAt(),
        health.nextCheckAt(),
        List.of(),
        List.of());
  }
}
