package signpost.web.browser;

import java.util.Locale;

/** What a page looks like, from its top: a PNG as wide as {@link #WIDTH}. */
public final class PagePicture implements PictureOutcome {
  /** Of a page on a desk, in pixels, and narrow enough to be read beside another. */
  public static final int WIDTH = 800;

  /** Ten screens, in pixels: nobody compares more, and Chromium draws no picture without end. */
  public static final int MOST_HEIGHT = 8_000;

  private final byte[] png;
  private final int pageHeight;

  private PagePicture(byte[] png, int pageHeight) {
    this.png = png;
    this.pageHeight = pageHeight;
  }

  /** {@code pageHeight}: of the whole page in pixels, which may be more than is seen. */
  public static PagePicture of(byte[] png, int pageHeight) {
    return new PagePicture(png.clone(), pageHeight);
  }

  /** A copy of its bytes. */
  public byte[] png() {
    return png.clone();
  }

  /** Of the whole page, in pixels. */
  public int pageHeight() {
    return pageHeight;
  }

  /** Of what is seen, in pixels. */
  public int height() {
    return Math.clamp(pageHeight, 1, MOST_HEIGHT);
  }

  @Override
  public String inWords() {
    return pageHeight > MOST_HEIGHT
        ? String.format(Locale.UK, "the first %,d of its %,d pixels", MOST_HEIGHT, pageHeight)
        : "the whole page";
  }
}
