package signpost.search.query;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/**
 * Where sentences begin, near enough for a snippet: after a line's end, and after a full stop,
 * question or exclamation mark and the space behind it. The JDK's own knows abbreviations and
 * quotation marks, and takes ten times as long as the search itself.
 */
final class SentenceBreaks extends BreakIterator {
  private CharacterIterator text = new StringCharacterIterator("");

  @Override
  public CharacterIterator getText() {
    return text;
  }

  @Override
  public void setText(CharacterIterator text) {
    this.text = text;
    text.first();
  }

  @Override
  public int current() {
    return text.getIndex();
  }

  @Override
  public int first() {
    return at(text.getBeginIndex());
  }

  @Override
  public int last() {
    return at(text.getEndIndex());
  }

  @Override
  public int next() {
    return text.getIndex() == text.getEndIndex() ? DONE : following(text.getIndex());
  }

  @Override
  public int previous() {
    return text.getIndex() == text.getBeginIndex() ? DONE : preceding(text.getIndex());
  }

  @Override
  public int next(int sentences) {
    int at = current();
    for (int left = Math.abs(sentences); left > 0 && at != DONE; left--) {
      at = sentences > 0 ? next() : previous();
    }
    return at;
  }

  @Override
  public int following(int offset) {
    check(offset);
    if (offset == text.getEndIndex()) {
      last();
      return DONE;
    }
    int at = offset + 1;
    while (at < text.getEndIndex() && !begins(at)) {
      at++;
    }
    return at(at);
  }

  @Override
  public int preceding(int offset) {
    check(offset);
    if (offset == text.getBeginIndex()) {
      first();
      return DONE;
    }
    int at = offset - 1;
    while (at > text.getBeginIndex() && !begins(at)) {
      at--;
    }
    return at(at);
  }

  @Override
  public boolean isBoundary(int offset) {
    check(offset);
    at(offset);
    return offset == text.getBeginIndex() || offset == text.getEndIndex() || begins(offset);
  }

  private int at(int index) {
    text.setIndex(index);
    return index;
  }

  private void check(int offset) {
    if (offset < text.getBeginIndex() || offset > text.getEndIndex()) {
      throw new IllegalArgumentException("no offset of this text: " + offset);
    }
  }

  /** Whether a sentence begins at an index within the text. */
  private boolean begins(int index) {
    char before = text.setIndex(index - 1);
    if (before == '\n') {
      return true;
    }
    if (before != ' ' || index - 2 < text.getBeginIndex()) {
      return false;
    }
    char end = text.setIndex(index - 2);
    return end == '.' || end == '?' || end == '!' || end == '…';
  }
}
