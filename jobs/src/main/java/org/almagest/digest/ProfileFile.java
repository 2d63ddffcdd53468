package org.almagest.digest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.almagest.config.NearestName;
import org.almagest.config.YamlFile;
import org.almagest.digest.MailSettings.Security;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.Secrets;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A profile written in a YAML file; see {@code submit/conf/digest-profile.example.yaml}. */
public final class ProfileFile {
  private static final List<String> KEYS =
      List.of(
          "name",
          "title",
          "queries",
          "topics",
          "authors",
          "categories",
          "new-papers",
          "trending-papers",
          "mail");
  private static final List<String> MAIL_KEYS =
      List.of("host", "port", "security", "from", "to", "unsubscribe");
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
  private static final int MOST_PAPERS = 500;
  private static final int MOST_PORT = 65_535;

  private final YamlFile file;

  private ProfileFile(YamlFile file) {
    this.file = file;
  }

  /**
   * Reads a profile.
   *
   * @throws AlmagestException (usage) if the file cannot be read, is not YAML, names a key that
   *     does not exist, or has a wrong value
   */
  public static DigestProfile read(Path path) {
    YamlFile yaml = new YamlFile(path, "profile", "--profile");
    Node root =
        yaml.root()
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "The profile " + path + " is empty; name it, at least."));
    return new ProfileFile(yaml).profile(root);
  }

  private DigestProfile profile(Node root) {
    Map<String, Node> values = mapping(root, KEYS, "");
    String name =
        text(values, "name")
            .orElseThrow(
                () ->
                    usage(
                        root,
                        "a profile needs a name, which tells it apart in the ledger, such as 'name:"
                            + " databases'"));
    if (!name.matches(NAME)) {
      throw usage(
          values.get("name"),
          "name is '"
              + name
              + "', but it must be lower-case letters, digits and hyphens, at most 63 of them");
    }
    return new DigestProfile(
        name,
        text(values, "title").orElse(DigestProfile.DEFAULT_TITLE),
        texts(values, "queries"),
        texts(values, "topics"),
        texts(values, "authors"),
        texts(values, "categories"),
        number(values, "new-papers", 0, MOST_PAPERS).orElse(DigestProfile.DEFAULT_NEW_PAPERS),
        number(values, "trending-papers", 0, MOST_PAPERS)
            .orElse(DigestProfile.DEFAULT_TRENDING_PAPERS),
        Optional.ofNullable(values.get("mail")).map(this::mail));
  }

  private MailSettings mail(Node node) {
    Map<String, Node> values = mapping(node, MAIL_KEYS, "mail.");
    Security security =
        text(values, "security")
            .map(
                label ->
                    Security.labelled(label)
                        .orElseThrow(
                            () ->
                                usage(
                                    values.get("security"),
                                    "mail.security is '"
                                        + label
                                        + "', but it must be starttls, tls or none")))
            .orElse(Security.STARTTLS);
    List<String> to = texts(values, "to");
    String from = required(node, values, "from");
    String host = required(node, values, "host");
    if (to.isEmpty()) {
      throw usage(node, "mail.to names nobody; list the addresses");
    }
    EditionMail.address(from);
    to.forEach(EditionMail::address);
    if (to.stream().map(EditionMail::recipientId).distinct().count() < to.size()) {
      throw usage(values.get("to"), "mail.to names an address twice");
    }
    if (!host.matches("[A-Za-z0-9._:\\[\\]-]+")) {
      throw usage(values.get("host"), "mail.host must be the name of a server and nothing else");
    }
    Optional<String> unsubscribe = text(values, "unsubscribe");
    unsubscribe.ifPresent(address -> requireAddress(values.get("unsubscribe"), address));
    return new MailSettings(
        host,
        number(values, "port", 1, MOST_PORT).orElse(security.defaultPort()),
        security,
        from,
        to,
        unsubscribe);
  }

  private void requireAddress(Node node, String address) {
    Secrets.requireNone("address mail.unsubscribe", address);
    if (!address.matches("(https://|mailto:)[\\x21-\\x7e&&[^<>\"]]+")) {
      throw usage(
          node, "mail.unsubscribe must begin with https:// or mailto: and have no blanks in it");
    }
  }

  private Map<String, Node> mapping(Node node, List<String> known, String prefix) {
    if (!(node instanceof MappingNode mapping)) {
      throw usage(node, "a profile is written as 'key: value', such as 'name: databases'");
    }
    Map<String, Node> values = new TreeMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw usage(entry.getKeyNode(), "a key must be a plain word");
      }
      if (prefix.equals("mail.") && key.getValue().matches("(?i)user.*|.*password.*")) {
        throw usage(
            key,
            "credentials do not belong into a file; set "
                + SmtpCredentials.USER
                + " and "
                + SmtpCredentials.PASSWORD
                + " in the environment");
      }
      if (!known.contains(key.getValue())) {
        throw usage(
            key,
            "there is no key '"
                + prefix
                + key.getValue()
                + "'. Did you mean '"
                + prefix
                + NearestName.of(key.getValue(), known)
                + "'?");
      }
      if (values.put(key.getValue(), entry.getValueNode()) != null) {
        throw usage(key, prefix + key.getValue() + " is set a second time");
      }
    }
    return values;
  }

  private String required(Node node, Map<String, Node> values, String key) {
    return text(values, key).orElseThrow(() -> usage(node, "mail." + key + " is missing"));
  }

  private Optional<String> text(Map<String, Node> values, String key) {
    return Optional.ofNullable(values.get(key)).map(node -> plain(key, node));
  }

  private String plain(String key, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw usage(node, key + " must be a plain value");
  }

  private List<String> texts(Map<String, Node> values, String key) {
    Node node = values.get(key);
    List<String> texts = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> texts.add(plain(key, item)));
    } else if (node != null) {
      texts.add(plain(key, node));
    }
    return texts;
  }

  private Optional<Integer> number(Map<String, Node> values, String key, int least, int most) {
    return text(values, key)
        .map(
            text -> {
              if (text.matches("\\d{1,5}")
                  && Integer.parseInt(text) >= least
                  && Integer.parseInt(text) <= most) {
                return Integer.valueOf(text);
              }
              throw usage(
                  values.get(key),
                  key + " is '" + text + "', but it must be from " + least + " to " + most);
            });
  }

  private AlmagestException usage(Node node, String message) {
    String end = message.endsWith("?") ? "" : ".";
    return AlmagestException.usage(file.at(node) + ": " + message + end);
  }
}
