package signpost.tools.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.tools.check.LinePositions;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.url.WebUrl;
import signpost.web.extract.HtmlTags;
import signpost.web.extract.HtmlTags.StartTag;
import signpost.web.extract.HtmlTags.TagAttribute;

/** The addresses of an HTML page: links, other attributes, and words that show one. */
final class HtmlSpots implements HtmlTags.TagHandler {
  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "xlink:href",
          "src",
          "data",
          "poster",
          "action",
          "formaction",
          "cite",
          "background");
  private static final int WORDS = 200;

  private final String html;
  private final LinePositions positions;
  private final RepairCollector collector;
  private final Optional<WebUrl> page;
  private final List<WrittenAddress> written = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private Optional<String> base = Optional.empty();
  private Optional<String> canonical = Optional.empty();
  private int open = -1;

  /** An address before it is known what it is relative to. */
  private record WrittenAddress(
      AddressUse use, String href, PartRange range, String what, String words) {
    WrittenAddress saying(String more) {
      return new WrittenAddress(use, href, range, what, more);
    }
  }

  private HtmlSpots(String html, RepairCollector collector, Optional<WebUrl> page) {
    this.html = html;
    this.positions = LinePositions.in(html);
    this.collector = collector;
    this.page = page;
  }

  /**
   * @param page where the page is; else it may say so itself, or relative links mean nothing
   */
  static void collect(String html, Optional<WebUrl> page, RepairCollector collector) {
    var reader = new HtmlSpots(html, collector, page);
    HtmlTags.read(html, reader);
    reader.closeLink();
    reader.resolve();
  }

  @Override
  public void starts(StartTag tag) {
    String name = tag.name();
    if (name.equals("a")) {
      closeLink();
    }
    if (name.equals("base") && base.isEmpty()) {
      base = Optional.of(tag.value("href").strip()).filter(href -> !href.isEmpty());
    } else if (name.equals("link") && tag.value("rel").strip().equalsIgnoreCase("canonical")) {
      canonical = canonical.or(() -> Optional.of(tag.value("href").strip()));
    }
    if (open >= 0 && name.equals("img")) {
      words.append(tag.value("alt"));
    }
    boolean link = name.equals("a") || name.equals("area");
    for (TagAttribute attribute : tag.attributes()) {
      if (attribute.to() > attribute.from()) {
        attribute(tag, attribute, link);
      }
    }
  }

  private void attribute(StartTag tag, TagAttribute attribute, boolean link) {
    var range = new PartRange("", attribute.from(), attribute.to());
    String what = attribute.name() + " of <" + tag.name() + ">";
    if (!ADDRESSES.contains(attribute.name())) {
      collector.shown(what, html.substring(range.from(), range.to()), range, this::place);
      return;
    }
    String href = tag.value(attribute).strip();
    if (link && attribute.name().endsWith("href")) {
      open = tag.name().equals("a") ? written.size() : open;
      written.add(new WrittenAddress(AddressUse.MARKUP, href, range, "", tag.value("alt")));
    } else if (!tag.name().equals("base")) {
      written.add(new WrittenAddress(AddressUse.ELSEWHERE, href, range, what, ""));
    }
  }

  @Override
  public void ends(String name) {
    if (name.equals("a")) {
      closeLink();
    }
  }

  @Override
  public void text(int from, int to) {
    String text = html.substring(from, to);
    if (open >= 0 && words.length() < WORDS) {
      words.append(HtmlTags.unescaped(text.substring(0, Math.min(WORDS, text.length())), false));
    }
    collector.shown("", text, new PartRange("", from, to), this::place);
  }

  @Override
  public void raw(String name, int from, int to) {}

  private void closeLink() {
    if (open >= 0) {
      written.set(open, written.get(open).saying(PlainOutput.line(words, 80)));
      words.setLength(0);
      open = -1;
    }
  }

  private void resolve() {
    Optional<WebUrl> own = page.or(() -> canonical.flatMap(WebUrl::parse));
    Optional<WebUrl> from =
        base.flatMap(href -> own.map(it -> it.resolve(href)).orElseGet(() -> WebUrl.parse(href)))
            .or(() -> own);
    for (WrittenAddress it : written) {
      Optional<WebUrl> url =
          from.map(known -> known.resolve(it.href())).orElseGet(() -> WebUrl.parse(it.href()));
      url.filter(WebUrl::web).ifPresent(known -> add(it, known));
    }
  }

  private void add(WrittenAddress it, WebUrl url) {
    FilePlace place = collector.wants(url) ? place(it.range().from()) : new FilePlace.InText(0, 0);
    collector.add(new AddressSpot(it.use(), it.range(), url, it.what(), it.words(), "", place));
  }

  private FilePlace place(int at) {
    return new FilePlace.InText(positions.line(at), positions.column(at));
  }
}
