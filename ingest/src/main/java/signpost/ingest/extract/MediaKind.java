package signpost.ingest.extract;

/** What sort of file an answer is, judged by its bytes before its label. */
public enum MediaKind {
  HTML,
  PDF,
  DOCX,
  TEXT,
  OTHER
}
