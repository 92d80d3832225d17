package signpost.search.index;

import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import signpost.events.PageEvent.PageRead;

/** Whether two addresses give a reader the very same: a mirror, another scheme, a copy to print. */
final class SameContent {
  /** Shorter texts, such as "Please enable JavaScript", are the same page under one title alone. */
  private static final int SPEAKS_FOR_ITSELF = 500;

  private SameContent() {}

  /** The same number for the very same content; empty where there is nothing to read. */
  static Optional<Long> number(PageRead page) {
    String text = plain(page.text());
    if (text.isEmpty() || page.truncated()) {
      return Optional.empty();
    }
    String all =
        text.length() < SPEAKS_FOR_ITSELF ? plain(page.title()) + "\n\n" + text : "\n" + text;
    return Optional.of(StringHelper.murmurhash3_x64_128(new BytesRef(all))[0]);
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
