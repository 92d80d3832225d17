package signpost.ingest.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.events.CanonicalUrl;
import signpost.events.WebUrl;

/**
 * One answer for each address. Where an answer leads to an address that is answered too, the last
 * of them counts, so that a repaired file needs no second repair.
 */
public final class Answers {
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, Answer> loosely = new HashMap<>();
  private final Set<String> hosts = new HashSet<>();

  private Answers() {}

  /**
   * @throws RefusedException if two disagree, or they lead in a circle
   */
  public static Answers of(List<Answer> given) throws RefusedException {
    var answers = new Answers();
    for (Answer answer : given) {
      Answer known = answers.answers.putIfAbsent(Answer.key(answer.target()), answer);
      if (known != null && !known.sameAs(answer)) {
        throw new RefusedException("There are two different answers for " + known.target() + ".");
      }
    }
    for (Answer answer : List.copyOf(answers.answers.values())) {
      answers.answers.put(Answer.key(answer.target()), answers.last(answer));
    }
    for (Answer answer : answers.answers.values()) {
      answers.loosely.putIfAbsent(loose(answer.target()), answer);
      answers.hosts.add(bare(answer.target().host()));
    }
    return answers;
  }

  private Answer last(Answer first) throws RefusedException {
    Set<Answer> passed = new HashSet<>();
    Answer answer = first;
    while (passed.add(answer)) {
      Optional<Answer> next = answer.with().flatMap(this::of);
      if (next.isEmpty() || next.get().equals(answer) || next.get().kind() == Answer.Kind.KEEP) {
        return first.leadingTo(answer);
      }
      answer = next.get();
    }
    throw new RefusedException("The answers for " + first.target() + " lead in a circle.");
  }

  /** An answer for the very place a link leads to counts before one for its page. */
  Optional<Answer> of(WebUrl link) {
    Optional<Answer> place = Optional.ofNullable(answers.get(Answer.key(link)));
    return place.or(() -> Optional.ofNullable(answers.get(CanonicalUrl.identity(link))));
  }

  /** Whose address words show, be it without its scheme; none if they are true afterwards too. */
  Optional<Answer> shownBy(String words) {
    boolean whole = words.startsWith("http://") || words.startsWith("https://");
    int from = whole ? words.indexOf("//") + 2 : 0;
    int end = from;
    while (end < words.length() && "/?#:".indexOf(words.charAt(end)) < 0) {
      end++;
    }
    if (!hosts.contains(bare(words.substring(from, end).toLowerCase(Locale.ROOT)))) {
      return Optional.empty();
    }
    Optional<WebUrl> url = WebUrl.parse(whole ? words : "https://" + words);
    return url.flatMap(it -> of(it).or(() -> Optional.ofNullable(loosely.get(loose(it)))))
        .filter(it -> it.kind() != Answer.Kind.KEEP)
        .filter(it -> !it.with().flatMap(with -> beside(words, whole, with)).isPresent());
  }

  /** The replacement, if the words lead there as they stand. */
  private static Optional<WebUrl> beside(String words, boolean whole, WebUrl with) {
    return WebUrl.parse(whole ? words : with.scheme() + "://" + words)
        .filter(it -> CanonicalUrl.identity(it).equals(CanonicalUrl.identity(with)));
  }

  List<Answer> all() {
    return new ArrayList<>(answers.values());
  }

  /** As people compare addresses: without scheme, {@code www.}, last slash and fragment. */
  static String loose(WebUrl url) {
    String identity = CanonicalUrl.identity(url);
    String bare = bare(identity.substring(identity.indexOf("//") + 2));
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
