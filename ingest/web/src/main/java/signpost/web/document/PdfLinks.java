package signpost.web.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import signpost.web.document.DocumentLink.LinkOrigin;
import signpost.web.document.DocumentLink.OriginKind;
import signpost.web.document.PdfTextLine.LetteredLine;

/** The links of a PDF's page: annotations, with the words that lie under them. */
final class PdfLinks {
  private static final LinkOrigin ORIGIN = new LinkOrigin("", OriginKind.ANNOTATION, "", "");
  private static final int MOST = 20_000;
  private static final int MOST_WORDS = 500;

  /** An address and where on the sheet it is drawn, from the bottom left corner. */
  private record LinkBox(String href, List<PDRectangle> areas) {
    boolean holds(PdfGlyph glyph) {
      for (PDRectangle it : areas) {
        if (glyph.x() >= it.getLowerLeftX()
            && glyph.x() <= it.getUpperRightX()
            && glyph.y() >= it.getLowerLeftY() - 1
            && glyph.y() <= it.getUpperRightY() + 1) {
          return true;
        }
      }
      return false;
    }

    float middle() {
      PDRectangle first = areas.getFirst();
      return (first.getLowerLeftY() + first.getUpperRightY()) / 2;
    }
  }

  /** Words under a link, from the first letter of one line to the last of the same or another. */
  private static final class LinkedWords {
    private final String href;
    private final StringBuilder words = new StringBuilder();
    private int line = -1;
    private int lastLine = -1;
    private int first;
    private int last;

    LinkedWords(String href) {
      this.href = href;
    }
  }

  private PdfLinks() {}

  /**
   * Puts a page's links to its lines.
   *
   * @return those of a page without lines
   */
  static List<DocumentLink> place(PDPage page, List<LetteredLine> lines) throws IOException {
    List<LinkedWords> found = new ArrayList<>();
    for (LinkBox box : boxes(page)) {
      found.add(words(box, lines));
    }
    found.sort(
        Comparator.<LinkedWords>comparingInt(it -> it.line).thenComparingInt(it -> it.first));
    List<DocumentLink> nowhere = new ArrayList<>();
    for (LinkedWords it : joined(found, lines)) {
      DocumentLink link = new DocumentLink(it.href, clean(it.words), false, ORIGIN);
      (it.line < 0 ? nowhere : lines.get(it.line).line().links).add(link);
    }
    return nowhere;
  }

  private static String clean(StringBuilder words) {
    return words.toString().replaceAll("\\s+", " ").strip();
  }

  private static LinkedWords words(LinkBox box, List<LetteredLine> lines) {
    LinkedWords found = new LinkedWords(box.href());
    for (int i = 0; i < lines.size() && found.words.length() < MOST_WORDS; i++) {
      List<PdfGlyph> glyphs = lines.get(i).glyphs();
      if (!near(box, glyphs)) {
        continue;
      }
      for (int k = 0; k < glyphs.size(); k++) {
        if (box.holds(glyphs.get(k))) {
          take(found, i, k, glyphs.get(k));
        }
      }
    }
    if (found.line < 0) {
      found.line = nearest(box.middle(), lines);
      found.lastLine = -1;
    }
    return found;
  }

  private static void take(LinkedWords found, int line, int at, PdfGlyph glyph) {
    if (found.line < 0) {
      found.line = line;
      found.first = at;
    } else if (line != found.lastLine) {
      found.words.append(' ');
    }
    found.words.append(glyph.text());
    found.lastLine = line;
    found.last = at;
  }

  /** Whether a line of level text may lie under a link. */
  private static boolean near(LinkBox box, List<PdfGlyph> glyphs) {
    PdfGlyph first = glyphs.getFirst();
    float reach = 2 * first.size() + 2;
    return first.face().turn() != 0
        || box.areas().stream()
            .anyMatch(it ->
                first.y() > it.getLowerLeftY() - reach && first.y() < it.getUpperRightY() + reach);
  }

  private static int nearest(float y, List<LetteredLine> lines) {
    int nearest = -1;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      float off = Math.abs(lines.get(i).glyphs().getFirst().y() - y);
      if (off < least) {
        least = off;
        nearest = i;
      }
    }
    return nearest;
  }

  /** A link that runs over the end of a line has an annotation for each. */
  private static List<LinkedWords> joined(List<LinkedWords> found, List<LetteredLine> lines) {
    List<LinkedWords> joined = new ArrayList<>();
    for (LinkedWords it : found) {
      LinkedWords before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && goesOn(before, it, lines)) {
        before.words.append(' ').append(it.words);
        before.lastLine = it.lastLine;
        before.last = it.last;
      } else {
        joined.add(it);
      }
    }
    return joined;
  }

  private static boolean goesOn(LinkedWords before, LinkedWords it, List<LetteredLine> lines) {
    if (!before.href.equals(it.href) || before.lastLine < 0 || it.lastLine < 0) {
      return false;
    }
    if (before.lastLine == it.line) {
      return it.first <= before.last + 2;
    }
    return it.line == before.lastLine + 1
        && it.first == 0
        && before.last == lines.get(before.lastLine).glyphs().size() - 1;
  }

  private static List<LinkBox> boxes(PDPage page) {
    List<LinkBox> boxes = new ArrayList<>();
    COSBase all = page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
    if (!(all instanceof COSArray annotations)) {
      return boxes;
    }
    PDRectangle crop = page.getCropBox();
    for (int i = 0; i < annotations.size() && boxes.size() < MOST; i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        href(annotation.getDictionaryObject(COSName.A))
            .map(href -> new LinkBox(href, areas(annotation, crop)))
            .ifPresent(boxes::add);
      }
    }
    return boxes;
  }

  /** The address of an action, or of one that follows it. */
  private static Optional<String> href(COSBase action) {
    COSBase at = action;
    Set<COSBase> seen = new HashSet<>();
    while (at != null && seen.add(at) && seen.size() < 20) {
      if (at instanceof COSArray several) {
        at = several.size() == 0 ? null : several.getObject(0);
      } else if (at instanceof COSDictionary one) {
        if (one.getDictionaryObject(COSName.URI) instanceof COSString uri) {
          return Optional.of(uri.getString()).filter(it -> !it.isBlank());
        }
        at = one.getDictionaryObject(COSName.getPDFName("Next"));
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Where it lies: in as many quadrilaterals as there are lines, or in one rectangle. */
  private static List<PDRectangle> areas(COSDictionary annotation, PDRectangle crop) {
    List<PDRectangle> areas = new ArrayList<>();
    if (annotation.getDictionaryObject(COSName.getPDFName("QuadPoints"))
        instanceof COSArray quads) {
      for (int i = 0; i + 8 <= quads.size() && areas.size() < 50; i += 8) {
        areas.add(area(quads, i, 4, crop));
      }
    }
    if (areas.isEmpty()
        && annotation.getDictionaryObject(COSName.RECT) instanceof COSArray corners
        && corners.size() >= 4) {
      areas.add(area(corners, 0, 2, crop));
    }
    return areas.isEmpty() ? List.of(new PDRectangle(0, 0, 0, 0)) : areas;
  }

  private static PDRectangle area(COSArray numbers, int from, int points, PDRectangle crop) {
    float left = Float.MAX_VALUE;
    float low = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (int i = 0; i < points; i++) {
      float x = number(numbers, from + 2 * i) - crop.getLowerLeftX();
      float y = number(numbers, from + 2 * i + 1) - crop.getLowerLeftY();
      left = Math.min(left, x);
      right = Math.max(right, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    PDRectangle area = new PDRectangle();
    area.setLowerLeftX(left);
    area.setLowerLeftY(low);
    area.setUpperRightX(right);
    area.setUpperRightY(high);
    return area;
  }

  private static float number(COSArray numbers, int at) {
    return numbers.getObject(at) instanceof COSNumber number ? number.floatValue() : 0;
  }
}
