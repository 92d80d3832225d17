package signpost.search;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import signpost.record.store.DataFolder;
import signpost.search.index.PageIndex;

/** Opens the index in the data folder, and closes it last. */
@Factory
final class IndexSource {

  @Singleton
  @Bean(preDestroy = "close")
  PageIndex index(DataFolder folder) throws IOException {
    return PageIndex.open(folder.resolve("index"));
  }
}
