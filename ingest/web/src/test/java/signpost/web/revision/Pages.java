package signpost.web.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.Block;
import signpost.web.extract.MediaKind;
import signpost.web.extract.Notice;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;

/** Pages to compare. */
record Pages(
    String title,
    List<Block> blocks,
    List<Outlink> links,
    List<Notice> notices,
    MediaKind media,
    int pages) {

  /** A line that begins with {@code #} is a heading. */
  static Pages saying(String... lines) {
    return new Pages("A guide", blocks(lines), List.of(), List.of(), MediaKind.HTML, 1);
  }

  private static List<Block> blocks(String... lines) {
    return Arrays.stream(lines)
        .map(line ->
            line.startsWith("#")
                ? new Block(Block.Kind.HEADING, 2, line.substring(1).strip())
                : new Block(Block.Kind.PARAGRAPH, 0, line))
        .toList();
  }

  Pages titled(String other) {
    return new Pages(other, blocks, links, notices, media, pages);
  }

  Pages linking(String text, String url) {
    return linking(text, url, "");
  }

  Pages linking(String text, String url, String heading) {
    List<Outlink> all = new ArrayList<>(links);
    all.add(new Outlink(WebUrl.of(url), text, heading, Optional.empty()));
    return new Pages(title, blocks, all, notices, media, pages);
  }

  Pages noticing(Notice.Kind kind, String text) {
    List<Notice> all = List.of(new Notice(kind, text, Optional.empty()));
    return new Pages(title, blocks, links, all, media, pages);
  }

  Pages document(int count) {
    return new Pages(title, blocks, links, notices, MediaKind.PDF, count);
  }

  ReadablePage page() {
    return new ReadablePage(
        title, "", Optional.of("en"), blocks, links, notices, List.of(), List.of(), media, pages);
  }

  Reading reading() {
    return Reading.of(page());
  }

  ChangeSummary to(Pages after) {
    return Comparison.between(reading(), after.reading(), false);
  }
}
