package signpost.ingest.revision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import signpost.ingest.extract.Block;
import signpost.ingest.extract.MediaKind;
import signpost.ingest.extract.Notice;
import signpost.ingest.extract.ReadablePage;

/** A page as it is compared: its words and where its links lead, without anything that is noise. */
public record Reading(
    String title,
    List<Line> lines,
    List<Link> links,
    List<Notice.Kind> notices,
    MediaKind media,
    @JsonProperty(required = true) int pages,
    String fingerprint) {
  public Reading {
    Objects.requireNonNull(title, "title");
    lines = List.copyOf(lines);
    links = List.copyOf(links);
    notices = List.copyOf(notices);
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /** One block of text. */
  public record Line(Block.Kind kind, String text) {
    public Line {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(text, "text");
    }
  }

  /** Where some words lead. */
  public record Link(String url, String text, String heading) {
    public Link {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(heading, "heading");
    }
  }

  Reading withFingerprint(String other) {
    return new Reading(title, lines, links, notices, media, pages, other);
  }

  public static Reading of(ReadablePage page) {
    return new Reading(
        page.title(),
        page.blocks().stream().map(block -> new Line(block.kind(), block.text())).toList(),
        page.outlinks().stream()
            .filter(link -> link.url().web())
            .map(link -> new Link(link.identity(), link.text(), link.heading()))
            .distinct()
            .toList(),
        page.notices().stream().map(Notice::kind).distinct().toList(),
        page.media(),
        page.pages(),
        Passing.fingerprint(page));
  }
}
