package signpost.sample.web;

/** What a host's ETag and Last-Modified are worth. */
enum ValidatorPolicy {
  /** The ETag names the words of the page; 304 when they are the same. */
  HONEST,
  /** A new ETag at every visit and "now" as Last-Modified: never a 304. */
  FICKLE,
  /** One ETag for ever: 304 even after the words have changed. */
  FROZEN,
  /** No ETag, and a Last-Modified that says only when the template was built. */
  NONE
}
