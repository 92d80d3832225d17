package signpost.ingest.listing;

import signpost.url.WebUrl;

/** What an owner says of the address that a line is asked about. */
public sealed interface AddressAnswer {
  /** It is the right one; the canonical URL of the one that was asked about. */
  record RightAddress(String asked) implements AddressAnswer {}

  /** It is this one. */
  record OtherAddress(WebUrl url) implements AddressAnswer {}
}
