package signpost.web.document;

/**
 * A letter on a page, in points. Left, right and baseline are measured from the top left corner as
 * the text is read; x and y of its middle from the bottom left corner of the sheet, as links are.
 */
record PdfGlyph(
    String text, float left, float right, float baseline, PdfFace face, float x, float y) {

  /**
   * How letters look.
   *
   * @param turn the direction of the text in degrees
   */
  record PdfFace(float size, boolean bold, int turn) {}

  boolean isBlank() {
    return text.isBlank();
  }

  float size() {
    return face.size();
  }

  /** A blank before this letter. */
  PdfGlyph blank() {
    return new PdfGlyph(" ", left, left, baseline, face, x, y);
  }
}
