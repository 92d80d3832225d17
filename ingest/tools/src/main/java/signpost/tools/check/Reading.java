package signpost.tools.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.extract.Anchors;
import signpost.web.extract.Charsets;
import signpost.web.extract.MediaKind;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;

/** Finds the links in bytes of any kind we know. */
final class Reading implements AutoCloseable {
  private static final int LARGEST = 50 << 20;
  private @Nullable MediaPageReader documents;

  /**
   * What a file holds; of one whose links are not wanted only its places, read as those of any
   * other. {@code base}: its path's ending decides where the type says nothing.
   */
  Found read(byte[] raw, Optional<String> said, WebUrl base, boolean links, boolean places) {
    byte[] bytes = unzipped(raw);
    Optional<String> type =
        said.filter(it -> !it.isBlank() && (Arrays.equals(bytes, raw) || ofText(it)));
    String name = base.path().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    return switch (form(bytes, type, name)) {
      case DOCUMENT -> links ? document(bytes, base) : Found.NOTHING;
      case MARKUP -> markup(Charsets.decode(bytes, type), links, places);
      case MARKDOWN -> MarkdownLinks.in(Charsets.decode(bytes, type));
      case STYLESHEET -> links ? stylesheet(Charsets.decode(bytes, type)) : Found.NOTHING;
      case TEXT -> links ? text(Charsets.decode(bytes, type), true) : Found.NOTHING;
      case OTHER -> links ? text(Charsets.decode(bytes, type), false) : Found.NOTHING;
    };
  }

  /** Whether what a server labels so, in lower case, may have places that links name. */
  static boolean hasPlaces(String label) {
    return label.isBlank()
        || label.contains("html")
        || label.contains("markdown")
        || label.contains("svg");
  }

  /** What is read alike. */
  private enum Form {
    DOCUMENT,
    MARKUP,
    MARKDOWN,
    STYLESHEET,
    TEXT,
    OTHER
  }

  private static Form form(byte[] bytes, Optional<String> type, String name) {
    MediaKind kind = MediaKind.of(bytes, type);
    if (kind == MediaKind.PDF || kind == MediaKind.DOCX) {
      return Form.DOCUMENT;
    }
    String label = type.orElse("").toLowerCase(Locale.ROOT);
    boolean unlabelled = label.isEmpty();
    if (label.contains("css") || (unlabelled && name.endsWith(".css"))) {
      return Form.STYLESHEET;
    }
    if (label.contains("markdown") || (unlabelled && name.matches(".*\\.(md|markdown|mdx)"))) {
      return Form.MARKDOWN;
    }
    boolean markup = unlabelled && name.matches(".*\\.(x?html?|xht|svg)");
    if (markup || kind == MediaKind.HTML || label.contains("svg")) {
      return Form.MARKUP;
    }
    return kind == MediaKind.TEXT ? Form.TEXT : Form.OTHER;
  }

  /** Of a zipped file, whether the label may be that of what is in it. */
  private static boolean ofText(String type) {
    String label = type.toLowerCase(Locale.ROOT);
    return label.startsWith("text/") || label.contains("xml");
  }

  private static Found markup(String text, boolean links, boolean places) {
    if (!links) {
      return new Found(Optional.empty(), List.of(), Anchors.in(text));
    }
    return SitemapLinks.is(text) ? Found.of(SitemapLinks.in(text)) : HtmlLinks.in(text, places);
  }

  private static Found stylesheet(String css) {
    return Found.of(CssLinks.in(css, Positions.in(css)));
  }

  private static Found text(String text, boolean plain) {
    if (SitemapLinks.is(text)) {
      return Found.of(SitemapLinks.in(text));
    }
    return plain ? Found.of(TextLinks.in(text)) : Found.NOTHING;
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
