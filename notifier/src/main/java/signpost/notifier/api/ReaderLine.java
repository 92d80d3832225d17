package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import signpost.notifier.desk.VouchedReaders;

/** One of those who read at an address, and the words that open their page. */
@Serdeable
record ReaderLine(String id, String name, boolean subscriber, String token) {
  static ReaderLine of(VouchedReaders.OpenedPage page) {
    return new ReaderLine(page.id(), page.name(), page.subscriber(), page.token());
  }
}
