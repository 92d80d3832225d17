package signpost.notifier.follow;

/** A page that a search finds and readers can use; {@code url} is its address in our index. */
public record FoundResource(String url, String title, String publisher) {}
