package org.almagest.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import picocli.CommandLine;
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

  /** What that exception means. The whole chain of causes is looked at. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof ParameterException e) {
      return new Failure(ExitCode.USAGE, message(e));
    }
    List<Throwable> chain = chain(thrown);
    for (Throwable link : chain) {
      if (link instanceof AlmagestException e) {
        return new Failure(e.exitCode(), e.getMessage());
      }
    }
    for (Throwable link : chain) {
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
                + ". Free some space there, or set SPARK_LOCAL_DIRS to a larger disk if it is"
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
    String lowerCase = text(link).toLowerCase(java.util.Locale.ROOT);
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
    return "Something went wrong that should not: "
        + cause
        + (cause.endsWith(".") || cause.endsWith("!") || cause.endsWith("?") ? "" : ".");
  }

  private static String message(ParameterException e) {
    StringBuilder message = new StringBuilder(e.getMessage());
    if (!e.getMessage().endsWith(".")) {
      message.append('.');
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        message
            .append(" Did you mean ")
            .append(suggestions.stream().limit(2).collect(Collectors.joining(" or ")))
            .append('?');
      }
    }
    CommandLine command = e.getCommandLine();
    return message
        .append(" See '")
        .append(command.getCommandSpec().qualifiedName())
        .append(" --help'.")
        .toString();
  }
}
