package signpost.ingest.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import signpost.events.WebUrl;
import signpost.ingest.extract.Charsets;
import signpost.ingest.extract.MediaKind;
import signpost.ingest.extract.MediaPageReader;
import signpost.ingest.extract.PublisherRules;
import signpost.ingest.extract.ReadOutcome;
import signpost.ingest.extract.ReadablePage;

/** Finds the links in bytes of any kind we know. */
final class Reading implements AutoCloseable {
  private static final int LARGEST = 50 << 20;
  private @Nullable MediaPageReader documents;

  /** {@code name}: the path, whose ending decides where the type says nothing. */
  Found read(byte[] raw, Optional<String> type, WebUrl base, boolean places) {
    byte[] bytes = unzipped(raw);
    String label = type.orElse("").toLowerCase(Locale.ROOT);
    String name = base.path().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    MediaKind kind = MediaKind.of(bytes, type.filter(t -> !t.isBlank()));
    if (kind == MediaKind.PDF || kind == MediaKind.DOCX) {
      return document(bytes, base);
    }
    if (label.contains("css") || (label.isEmpty() && name.endsWith(".css"))) {
      String css = Charsets.decode(bytes, type);
      return Found.of(CssLinks.in(css, Positions.in(css)));
    }
    String text = Charsets.decode(bytes, type);
    if (SitemapLinks.is(text)) {
      return Found.of(SitemapLinks.in(text));
    }
    if (label.contains("markdown") || (label.isEmpty() && name.matches(".*\\.(md|markdown|mdx)"))) {
      return MarkdownLinks.in(text);
    }
    boolean html = label.isEmpty() ? name.matches(".*\\.(x?html?|xht)") : false;
    if (html || kind == MediaKind.HTML) {
      return HtmlLinks.in(text, places);
    }
    return kind == MediaKind.TEXT ? Found.of(TextLinks.in(text)) : Found.NOTHING;
  }

  private Found document(byte[] bytes, WebUrl base) {
    return switch (documents().read(bytes, Optional.empty(), base)) {
      case ReadOutcome.Read(ReadablePage page) -> links(page);
      case ReadOutcome.Doubtful(ReadablePage page, _) -> links(page);
      case ReadOutcome.Unreadable _ -> Found.NOTHING;
    };
  }

  private synchronized MediaPageReader documents() {
    MediaPageReader made =
        documents == null ? new MediaPageReader(PublisherRules.builtIn()) : documents;
    documents = made;
    return made;
  }

  private static Found links(ReadablePage page) {
    List<Link> links = new ArrayList<>();
    page.outlinks()
        .forEach(link -> links.add(new Link(link.url().href(), 0, 0, "link", link.text())));
    return Found.of(links);
  }

  private static byte[] unzipped(byte[] bytes) {
    if (bytes.length < 3 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
      return bytes;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(LARGEST);
    } catch (IOException _) {
      return bytes;
    }
  }

  @Override
  public synchronized void close() {
    if (documents != null) {
      documents.close();
    }
  }
}
