package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;

/**
 * Whether pages that scripts write are read, and through what.
 *
 * @param browser true: pages whose words scripts write are read through Chromium, at most 3 % of
 *     visits, one at a time, with up to 1 GiB of memory for ten seconds, and ops can have pages
 *     drawn as they were before and after a change. Without it they are said to need one
 * @param browserPath Chromium, or its headless shell; where there is none, such pages are said to
 *     need one
 * @param browserSandbox false where Chromium cannot have its sandbox (root, containers without user
 *     namespaces): a page that breaks out of it then has all the rights that ingest has
 */
@ConfigurationProperties("signpost")
public record BrowserConfig(
    @Bindable(defaultValue = "false") boolean browser,
    @Bindable(defaultValue = "/usr/bin/chromium") Path browserPath,
    @Bindable(defaultValue = "true") boolean browserSandbox) {}
