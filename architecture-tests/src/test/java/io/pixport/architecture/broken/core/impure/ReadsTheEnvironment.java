package io.pixport.architecture.broken.core.impure;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

@Breaks(Rule.CORE_READS_NO_ENVIRONMENT)
final class ReadsTheEnvironment {
    private ReadsTheEnvironment() {}

    static @Nullable String variable() {
        return System.getenv("HOME");
    }

    static Map<String, String> variables() {
        return System.getenv();
    }

    static @Nullable String property() {
        return System.getProperty("user.home");
    }

    static Properties properties() {
        return System.getProperties();
    }

    static boolean flag() {
        return Boolean.getBoolean("flag");
    }

    static @Nullable Integer number() {
        return Integer.getInteger("number");
    }

    static @Nullable Long bigNumber() {
        return Long.getLong("number");
    }

    static String lineEnd() {
        return System.lineSeparator();
    }

    static void exit() {
        System.exit(1);
    }

    static Locale locale() {
        return Locale.getDefault();
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    static TimeZone oldZone() {
        return TimeZone.getDefault();
    }

    static Charset charset() {
        return Charset.defaultCharset();
    }

    static InetAddress host() {
        return InetAddress.getLoopbackAddress();
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    static ProcessBuilder command() {
        return new ProcessBuilder("ls");
    }

    static long pid() {
        return ProcessHandle.current().pid();
    }
}
