package signpost.web.document;

import java.util.ArrayList;
import java.util.List;

/** Letters that stand close together on one line. */
final class PdfFragment {
  /** In letters' sizes: a wider gap may part columns or cells. */
  private static final float WIDE = 0.9f;

  private static final float BLANK = 0.13f;

  final List<PdfGlyph> glyphs = new ArrayList<>();
  final float left;
  final float baseline;
  float right;
  float size;

  private PdfFragment(PdfGlyph first) {
    this.left = first.left();
    this.baseline = first.baseline();
    this.right = first.right();
    this.size = first.size();
    glyphs.add(first);
  }

  /** Of letters in the order they are drawn; they read in one direction. */
  static List<PdfFragment> of(List<PdfGlyph> drawn) {
    List<PdfFragment> fragments = new ArrayList<>();
    PdfFragment open = null;
    boolean blank = false;
    for (PdfGlyph glyph : drawn) {
      if (glyph.isBlank()) {
        blank = true;
      } else if (open != null && open.takes(glyph)) {
        open.add(glyph, blank);
        blank = false;
      } else {
        open = new PdfFragment(glyph);
        fragments.add(open);
        blank = false;
      }
    }
    return fragments;
  }

  private boolean takes(PdfGlyph glyph) {
    float scale = Math.max(size, glyph.size());
    float gap = glyph.left() - right;
    return Math.abs(glyph.baseline() - baseline) < 0.4f * scale
        && gap > -0.6f * scale
        && gap < WIDE * scale;
  }

  private void add(PdfGlyph glyph, boolean blank) {
    float scale = Math.max(size, glyph.size());
    if (blank || glyph.left() - right > BLANK * scale) {
      glyphs.add(glyph.blank());
    }
    glyphs.add(glyph);
    right = Math.max(right, glyph.right());
    size = scale;
  }

  float top() {
    return baseline - size;
  }
}
