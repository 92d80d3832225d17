package signpost.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import signpost.search.index.IndexFields;
import signpost.search.index.JoinedPage;
import signpost.search.index.StoredRecords;

/**
 * Which of some documents are one page to its readers: they end at one address, or what can be read
 * there is the very same. One of them is shown: one that a curator chose, else one that a guide
 * places, else one that works, at the plainest address.
 */
final class DuplicatePages {
  /** What each document is shown as; those that have no copies are not in it. */
  private final Map<Integer, DuplicateGroup> shelves = new HashMap<>();

  private final Map<Integer, Long> ends = new HashMap<>();

  /** Copies of one page, the one that is shown first. */
  private record DuplicateGroup(List<Integer> documents, List<String> addresses) {}

  private DuplicatePages() {}

  /** {@code chosen}: those that curators chose. */
  static DuplicatePages among(
      IndexSearcher searcher, Collection<Integer> documents, Set<Integer> chosen)
      throws IOException {
    DuplicatePages copies = new DuplicatePages();
    Map<Long, List<Integer>> byEnd = new HashMap<>();
    Map<Long, List<Integer>> byContent = new HashMap<>();
    List<List<Integer>> all = new ArrayList<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (int document : new TreeSet<>(documents)) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
      long end = number(leaf, IndexFields.END, document);
      long content = number(leaf, IndexFields.CONTENT, document);
      copies.ends.put(document, end);
      List<Integer> same = byEnd.get(end);
      if (same == null) {
        same = byContent.get(content);
      }
      if (same == null) {
        same = new ArrayList<>();
        all.add(same);
      }
      same.add(document);
      byEnd.putIfAbsent(end, same);
      byContent.putIfAbsent(content, same);
    }
    for (List<Integer> same : all) {
      if (same.size() > 1) {
        copies.put(searcher, same, chosen);
      }
    }
    return copies;
  }

  /** What stands for a document: itself, or the copy that is shown. */
  int shown(int document) {
    DuplicateGroup shelf = shelves.get(document);
    return shelf == null ? document : shelf.documents().getFirst();
  }

  /** The addresses of a document's copies, without that of the one that is shown. */
  List<String> others(int document) {
    DuplicateGroup shelf = shelves.get(document);
    return shelf == null ? List.of() : shelf.addresses().subList(1, shelf.addresses().size());
  }

  /** All that are not shown because a copy of them is. */
  Set<Integer> leftOut() {
    return shelves.keySet().stream()
        .filter(document -> shown(document) != document)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A number that is the same for a page in every answer. */
  long number(int document) {
    return ends.getOrDefault(document, -1L - document);
  }

  private void put(IndexSearcher searcher, List<Integer> same, Set<Integer> chosen)
      throws IOException {
    record DuplicatePage(int document, JoinedPage page) {
      boolean placed() {
        return !page.placements().isEmpty();
      }
    }
    List<DuplicatePage> copies = new ArrayList<>();
    for (int document : same) {
      StoredRecords.card(searcher, document)
          .ifPresent(page -> copies.add(new DuplicatePage(document, page)));
    }
    copies.sort(
        Comparator.comparing((DuplicatePage copy) -> !chosen.contains(copy.document()))
            .thenComparing(copy -> !copy.placed())
            .thenComparing(copy -> PageLookup.isBad(copy.page().fares()))
            .thenComparing(copy -> !copy.page().url().startsWith("https:"))
            .thenComparingInt(copy -> copy.page().url().length())
            .thenComparing(copy -> copy.page().url()));
    DuplicateGroup shelf =
        new DuplicateGroup(
            copies.stream().map(DuplicatePage::document).toList(),
            copies.stream().map(copy -> copy.page().url()).toList());
    copies.forEach(copy -> shelves.put(copy.document(), shelf));
  }

  /** What has no such number is like nothing else. */
  private static long number(LeafReaderContext leaf, String field, int document)
      throws IOException {
    NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), field);
    return numbers.advanceExact(document - leaf.docBase) ? numbers.longValue() : -1L - document;
  }
}
