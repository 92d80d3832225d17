package signpost.sample.web;

import java.util.Arrays;
import java.util.Optional;

/** A host of the sample web: its folder of files, how it answers, how slowly. */
enum SampleHost {
  MK("mk", ValidatorPolicy.HONEST, 10),
  GOV_UK("gov-uk", ValidatorPolicy.FICKLE, 20),
  GOV_SCOT("gov-scot", ValidatorPolicy.NONE, 40),
  YOUNGMINDS("youngminds", ValidatorPolicy.HONEST, 20),
  UKTC("uktraumacouncil", ValidatorPolicy.HONEST, 25),
  ANNA_FREUD("annafreud", ValidatorPolicy.HONEST, 15),
  TRAUMA_INFORMED_WALES("traumaframeworkcymru", ValidatorPolicy.NONE, 30),
  ACE_HUB("acehubwales", ValidatorPolicy.FROZEN, 20),
  HYB_ACE("hybacecymru", ValidatorPolicy.FROZEN, 20),
  NCB("ncb", ValidatorPolicy.FICKLE, 35),
  E_LFH("e-lfh", ValidatorPolicy.NONE, 45),
  TRAUMA_TRANSFORMATION("traumatransformation", ValidatorPolicy.HONEST, 15),
  FAMILY_HUB("family-hub", ValidatorPolicy.HONEST, 15),
  /** Nobody's at first: who buys a lapsed name sends its visitors here. */
  GARDEN_SHEDS("garden-sheds", ValidatorPolicy.NONE, 15);

  private final String id;
  private final ValidatorPolicy validators;
  private final int slowestMillis;

  SampleHost(String id, ValidatorPolicy validators, int slowestMillis) {
    this.id = id;
    this.validators = validators;
    this.slowestMillis = slowestMillis;
  }

  static Optional<SampleHost> named(String host) {
    return Arrays.stream(values()).filter(twin -> twin.host().equals(host)).findFirst();
  }

  String id() {
    return id;
  }

  String host() {
    return id + ".localhost";
  }

  String origin(int port) {
    return (secureHost().isPresent() ? "https://" : "http://") + host() + ":" + port;
  }

  /** Its host, where readers reach it by HTTPS. */
  Optional<String> secureHost() {
    return id.equals("acehubwales") ? Optional.of(host()) : Optional.empty();
  }

  ValidatorPolicy validators() {
    return validators;
  }

  /** Whether a proxy in front masks mail addresses anew at every visit. */
  boolean hidesAddresses() {
    return id.equals("ncb");
  }

  int slowestMillis() {
    return slowestMillis;
  }
}
