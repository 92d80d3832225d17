package signpost.search.mcp;

/** What a tool found. Its fields are its {@code structuredContent}. */
interface ToolOutput {
  /** The same in a few words, with of every page whether it can be recommended. */
  String words();
}
