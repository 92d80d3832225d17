package signpost.search.mcp;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/** What a tool found: in words, and as its output schema has it; or why there is nothing. */
@Serdeable
record ToolResult(
    List<TextContent> content, Optional<ToolOutput> structuredContent, boolean isError) {

  @Serdeable
  record TextContent(String type, String text) {}

  static ToolResult found(ToolOutput output) {
    return new ToolResult(text(output.words()), Optional.of(output), false);
  }

  static ToolResult nothing(String why) {
    return new ToolResult(text(why), Optional.empty(), true);
  }

  private static List<TextContent> text(String words) {
    return List.of(new TextContent("text", words));
  }
}
