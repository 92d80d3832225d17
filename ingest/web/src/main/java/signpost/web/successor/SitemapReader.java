package signpost.web.successor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.successor.SearchAnswer.NoAnswer;
import signpost.web.successor.SearchAnswer.SitemapAnswer;

/**
 * The addresses in a sitemap, an index of sitemaps, or a list of lines. Nothing is expanded that a
 * document type declares.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
final class SitemapReader {
  /** What the protocol allows: 50,000 addresses in 50 MiB. */
  private static final int MOST = 50_000;

  private static final int LARGEST = 50 << 20;
  private static final Pattern INDEX = Pattern.compile("<(?:[\\w.-]{1,40}:)?sitemapindex[\\s>]");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "<(?:[\\w.-]{1,40}:)?loc>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]\\s]{1,8000})\\s*[<\\]]");

  private SitemapReader() {}

  static SearchAnswer read(Answered answer) {
    try {
      String text = text(answer);
      List<WebUrl> found = addresses(text, answer.finalUrl());
      if (found.isEmpty()) {
        return new NoAnswer();
      }
      return INDEX.matcher(text).find()
          ? new SitemapAnswer(List.of(), found)
          : new SitemapAnswer(found, List.of());
    } catch (IOException e) {
      return new NoAnswer();
    }
  }

  private static String text(Answered answer) throws IOException {
    byte[] start = answer.body().stream().readNBytes(2);
    boolean packed = start.length == 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    if (!packed) {
      return new String(answer.body().bytes(), StandardCharsets.UTF_8);
    }
    var out = new ByteArrayOutputStream();
    try (InputStream in = new GZIPInputStream(answer.body().stream())) {
      out.write(in.readNBytes(LARGEST));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<WebUrl> addresses(String text, WebUrl base) {
    List<WebUrl> found = new ArrayList<>();
    Matcher address = ADDRESS.matcher(text);
    while (found.size() < MOST && address.find()) {
      WebUrl.parse(Parser.unescapeEntities(address.group(1), false), base).ifPresent(found::add);
    }
    return found;
  }
}
