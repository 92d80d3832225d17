package signpost.notifier.token;

/** What a link lets its reader do; one made for another purpose opens nothing. */
public enum TokenPurpose {
  /** Answer one finding of one guide: {@code guide finding}. */
  ANSWER,
  /** Replace links of one guide to one site, all together: {@code guide host}. */
  REPLACE,
  /** See and change what is one's own. */
  OWN,
  /** Have no more mails. */
  UNSUBSCRIBE,
  /** Follow a search no more: its id, or none for all of them. */
  UNFOLLOW,
  /** Prove that an address is one's own: the subscription asked for. */
  CONFIRM,
  /** Read one's own feed; it ends when the owner asks for another. */
  FEED
}
