package org.almagest.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almagest.config.NearestName;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How a failure ends the process and what a person is told.
 *
 * @param exitCode the process's exit code
 * @param message one or two sentences
 */
record Failure(ExitCode exitCode, String message) {
  private static final List<String> DISK_FULL =
      List.of("no space left on device", "disk quota exceeded", "not enough space");

  private static final Pattern UNKNOWN_OPTION = Pattern.compile("Unknown options?: '(-[^'=]*)");

  /** What that exception means. The whole chain of causes is looked at. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof ParameterException e) {
      return new Failure(ExitCode.USAGE, message(e));
    }
    List<Throwable> chain = chain(thrown);
    for (Throwable link : chain) {
      if (link instanceof AlmagestException e) {
        return new Failure(e.exitCode(), sentence(e.getMessage()));
      }
    }
    for (Throwable link : chain) {
      if (text(link).contains("INVALID_DRIVER_MEMORY")) {
        return new Failure(
            ExitCode.USAGE,
            "Spark needs a heap of at least 512 MB. Set ALMAGEST_DRIVER_MEMORY to more, such as 4g,"
                + " or unset it.");
      }
      if (isOutOfMemory(link)) {
        return new Failure(
            ExitCode.RESOURCES,
            "Out of memory. Give it more, for example ALMAGEST_DRIVER_MEMORY=8g, or on a cluster"
                + " --conf spark.executor.memory=8g.");
      }
      if (isDiskFull(link)) {
        return new Failure(
            ExitCode.RESOURCES,
            "The disk is full"
                + place(link)
                + ". Free some space, or set SPARK_LOCAL_DIRS to a larger disk if it is"
                + " Spark's scratch space.");
      }
    }
    return new Failure(
        ExitCode.INTERNAL, unexpected(chain) + " Run again with --debug for the stack trace.");
  }

  private static List<Throwable> chain(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = thrown; link != null && seen.add(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }

  /** Spark tells an executor's error in words, without the error itself. */
  private static boolean isOutOfMemory(Throwable link) {
    return link instanceof OutOfMemoryError || text(link).contains("java.lang.OutOfMemoryError");
  }

  private static boolean isDiskFull(Throwable link) {
    boolean mayTell = link instanceof IOException || link.getClass().getName().contains("Spark");
    String lowerCase = text(link).toLowerCase(Locale.ROOT);
    return mayTell && DISK_FULL.stream().anyMatch(lowerCase::contains);
  }

  private static String place(Throwable link) {
    return link instanceof FileSystemException e && e.getFile() != null ? " at " + e.getFile() : "";
  }

  private static String text(Throwable link) {
    return String.valueOf(link.getMessage());
  }

  /** The innermost cause says most; its first line is enough without a trace. */
  private static String unexpected(List<Throwable> chain) {
    Throwable innermost = chain.get(chain.size() - 1);
    String firstLine = text(innermost).lines().findFirst().orElse("").strip();
    String cause = innermost.getClass().getSimpleName();
    if (innermost.getMessage() != null && !firstLine.isEmpty()) {
      cause += ": " + firstLine;
    }
    return "Something went wrong that should not: " + sentence(cause);
  }

  private static String sentence(String message) {
    return message.matches("(?s).*[.!?]") ? message : message + ".";
  }

  private static String message(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    return mistake(e, command) + " See '" + command.qualifiedName() + " --help'.";
  }

  private static String mistake(ParameterException e, CommandSpec command) {
    Optional<String> unknown = unknownOption(e);
    if (unknown.isPresent()) {
      return "There is no option "
          + unknown.get()
          + ". Did you mean "
          + NearestName.of(unknown.get(), command.optionsMap().keySet())
          + "?";
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      return command.subcommands().isEmpty()
          ? "'" + argument + "' is one argument too many."
          : "There is no command '"
              + argument
              + "'. Did you mean '"
              + NearestName.of(argument, command.subcommands().keySet())
              + "'?";
    }
    return sentence(e.getMessage());
  }

  /** A mistyped option says more than the required one that is missing because of it. */
  private static Optional<String> unknownOption(ParameterException e) {
    Matcher unknown = UNKNOWN_OPTION.matcher(e.getMessage());
    if (unknown.find()) {
      return Optional.of(unknown.group(1));
    }
    return e.getCommandLine().getUnmatchedArguments().stream()
        .filter(argument -> argument.startsWith("-"))
        .map(argument -> argument.replaceFirst("=.*", ""))
        .findFirst();
  }
}
