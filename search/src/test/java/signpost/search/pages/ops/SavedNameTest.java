package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SavedNameTest {
  private static final String AT = "2026-03-02T09:30:00Z";

  @Test
  void fileIsCalledAsAtItsAddressAndByTheDayOfItsCapture() {
    assertThat(SavedName.of("https://a.example/files/Rent%20-%20guide.v2.pdf?x=1", AT))
        .isEqualTo("Rent-guide.v2-2026-03-02.pdf");
    assertThat(SavedName.of("https://a.example/download", AT)).isEqualTo("download-2026-03-02");
    assertThat(SavedName.of("https://a.example/", AT)).isEqualTo("file-2026-03-02");
  }

  @Test
  void strangeNamesStayWithinTheHeader() {
    assertThat(SavedName.of("https://a.example/\"; x=\r\n../../" + "y".repeat(900), "\"\r\n"))
        .matches("[A-Za-z0-9._-]{1,150}");
  }
}
