package signpost.search;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import signpost.record.WritableFolder;
import signpost.search.index.PageIndex;

/** Opens the index in the data folder, and closes it last. */
@Factory
final class IndexSource {

  @Singleton
  @Bean(preDestroy = "close")
  PageIndex index(@Value("${signpost.data}") String data) throws IOException {
    return PageIndex.open(WritableFolder.at(Path.of(data)).resolve("index"));
  }
}
