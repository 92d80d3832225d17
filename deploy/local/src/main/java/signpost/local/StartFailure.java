package signpost.local;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ConversionError;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import java.util.Optional;
import signpost.http.access.UnguardedAddress;
import signpost.record.CauseChain;
import signpost.record.UnusableFolderException;
import signpost.record.store.UnusableDatabase;
import signpost.tools.CannotStartException;

/**
 * Why a module did not start, where its user can mend it: the reason lies beneath the container's.
 */
final class StartFailure {
  private StartFailure() {}

  static RuntimeException of(LocalModule module, RuntimeException failed) {
    return CauseChain.of(failed).stream()
        .flatMap(cause -> message(module, cause).stream())
        .findFirst()
        .<RuntimeException>map(message -> new CannotStartException(message, failed))
        .orElse(failed);
  }

  private static Optional<String> message(LocalModule module, Throwable cause) {
    return switch (cause) {
      case UnusableDatabase _,
          UnguardedAddress _,
          ConfigurationException _,
          UnusableFolderException _,
          CannotStartException _ ->
          Optional.ofNullable(cause.getMessage());
      case ConversionErrorException wrong -> Optional.of(words(module, wrong));
      case Throwable _ -> Optional.empty();
    };
  }

  private static String words(LocalModule module, ConversionErrorException wrong) {
    ConversionError error = wrong.getConversionError();
    return "The %s does not understand its configuration: %s cannot be read as %s%s."
        .formatted(
            module.lowerCase(),
            error.getOriginalValue().map(value -> "“" + value + "”").orElse("a value"),
            wrong.getArgument().getName(),
            Optional.ofNullable(error.getCause().getMessage())
                .map(why -> " (" + why + ")")
                .orElse(""));
  }
}
