package signpost.web.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.MediaKind;
import signpost.web.extract.Notice;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.UnreadLines;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.kind.ChangeSummary;
import signpost.web.revision.kind.ReadingComparison;

/** Pages to compare. */
public record Pages(
    String title,
    List<TextBlock> blocks,
    List<Outlink> links,
    List<Notice> notices,
    MediaKind media,
    int pages) {

  /** A line that begins with {@code #} is a heading. */
  public static Pages saying(String... lines) {
    return new Pages("A guide", blocks(lines), List.of(), List.of(), MediaKind.HTML, 1);
  }

  private static List<TextBlock> blocks(String... lines) {
    return Arrays.stream(lines)
        .map(line ->
            line.startsWith("#")
                ? new TextBlock(TextBlock.BlockKind.HEADING, 2, line.substring(1).strip())
                : new TextBlock(TextBlock.BlockKind.PARAGRAPH, 0, line))
        .toList();
  }

  public Pages titled(String other) {
    return new Pages(other, blocks, links, notices, media, pages);
  }

  public Pages linking(String text, String url) {
    return linking(text, url, "");
  }

  public Pages linking(String text, String url, String heading) {
    List<Outlink> all = new ArrayList<>(links);
    all.add(new Outlink(WebUrl.of(url), text, heading, Optional.empty()));
    return new Pages(title, blocks, all, notices, media, pages);
  }

  public Pages noticing(Notice.NoticeKind kind, String text) {
    List<Notice> all = List.of(new Notice(kind, text, Optional.empty()));
    return new Pages(title, blocks, links, all, media, pages);
  }

  public Pages document(int count) {
    return new Pages(title, blocks, links, notices, MediaKind.PDF, count);
  }

  public ReadablePage page() {
    return new ReadablePage(
        title,
        "",
        Optional.of("en"),
        blocks,
        links,
        notices,
        List.of(),
        List.of(),
        media,
        pages,
        UnreadLines.NONE);
  }

  public ComparablePage reading() {
    return ComparablePage.of(page());
  }

  public ChangeSummary to(Pages after) {
    return ReadingComparison.between(reading(), after.reading(), false);
  }
}
