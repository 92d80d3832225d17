package signpost.ingest.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import signpost.events.WebUrl;
import signpost.ingest.extract.MediaKind;
import signpost.ingest.extract.MediaPageReader;
import signpost.ingest.extract.PublisherRules;
import signpost.ingest.extract.ReadOutcome;
import signpost.ingest.extract.ReadablePage;

/** Finds the links in bytes of any kind we know. */
final class Reading implements AutoCloseable {
  private static final int LARGEST = 50 << 20;
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
  private final MediaPageReader documents = new MediaPageReader(PublisherRules.builtIn());

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
      String css = text(bytes, label);
      return Found.of(CssLinks.in(css, Positions.in(css)));
    }
    String text = text(bytes, label);
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
    return switch (documents.read(bytes, Optional.empty(), base)) {
      case ReadOutcome.Read(ReadablePage page) -> links(page);
      case ReadOutcome.Doubtful(ReadablePage page, _) -> links(page);
      case ReadOutcome.Unreadable _ -> Found.NOTHING;
    };
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

  private static String text(byte[] bytes, String label) {
    Matcher charset = CHARSET.matcher(label);
    String text =
        new String(bytes, charset.find() ? named(charset.group(1)) : StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset named(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  @Override
  public void close() {
    documents.close();
  }
}
