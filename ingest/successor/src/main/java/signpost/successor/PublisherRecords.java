package signpost.successor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.successor.SearchAnswer.RecordAnswer;
import signpost.url.WebUrl;

/**
 * What a publisher's own records were heard to say of one page. Immutable.
 *
 * @param asked pages whose records were asked for
 * @param named places given for what took the old page's place, each with who says so
 * @param holder the publication that held the old one, where a record names it
 * @param documents what that publication holds now
 */
record PublisherRecords(
    Set<WebUrl> asked,
    Map<String, String> named,
    Optional<WebUrl> holder,
    List<ListedAddress> documents) {
  static final PublisherRecords UNASKED =
      new PublisherRecords(Set.of(), Map.of(), Optional.empty(), List.of());

  PublisherRecords {
    asked = Set.copyOf(asked);
    named = Map.copyOf(named);
    Objects.requireNonNull(holder, "holder");
    documents = List.copyOf(documents);
  }

  boolean wasAsked(WebUrl page) {
    return asked.contains(page);
  }

  /** After asking for a page's records, whatever came of it. */
  PublisherRecords asking(WebUrl page) {
    Set<WebUrl> more = new HashSet<>(asked);
    more.add(page);
    return new PublisherRecords(more, named, holder, documents);
  }

  /** After what they say of the old page itself. */
  PublisherRecords ofOld(RecordAnswer answer) {
    Map<String, String> more = new HashMap<>(named);
    answer.named().ifPresent(it -> more.put(AddressBook.place(it.url()), it.words()));
    return new PublisherRecords(asked, more, answer.holder().or(() -> holder), documents);
  }

  /** After what they say of the publication that held it. */
  PublisherRecords ofHolder(RememberedPage old, RecordAnswer answer) {
    List<ListedAddress> all = new ArrayList<>(documents);
    answer.documents().stream()
        .filter(it -> !AddressBook.place(it.url()).equals(AddressBook.place(old.url())))
        .forEach(all::add);
    return new PublisherRecords(asked, named, holder, all);
  }

  Set<String> documentPlaces() {
    return places(documents.stream());
  }

  /**
   * The documents that are called as the old one was; else the only one of its medium, for a
   * publication puts the next edition in a file's place.
   */
  Set<String> heirs(RememberedPage old) {
    Set<String> same = places(documents.stream().filter(it -> isCalledAs(old, it.words())));
    String medium = AddressWords.ending(old.url().path());
    Set<String> alike =
        places(
            documents.stream().filter(it -> AddressWords.ending(it.url().path()).equals(medium)));
    return same.isEmpty() && alike.size() == 1 ? alike : same;
  }

  private static boolean isCalledAs(RememberedPage old, String title) {
    Set<String> words = words(title);
    return !words.isEmpty()
        && Stream.concat(Stream.of(old.title()), old.linkWords().stream())
            .anyMatch(it -> words(it).equals(words));
  }

  private static Set<String> words(String title) {
    return new HashSet<>(WordStems.telling(title));
  }

  private static Set<String> places(Stream<ListedAddress> some) {
    return some.map(it -> AddressBook.place(it.url())).collect(Collectors.toSet());
  }
}
