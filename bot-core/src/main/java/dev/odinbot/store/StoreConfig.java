package dev.odinbot.store;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The {@code storage} section.
 *
 * @param url JDBC URL of the database; {@code ""} = a file beside the config
 * @param user at a PostgreSQL server
 * @param password at a PostgreSQL server; never shown
 * @param poolSize connections at most, and as many threads
 */
public record StoreConfig(
        @Default("\"\"") String url,
        @Default("\"\"") String user,
        @Default("\"\"") String password,
        @Default("4") @Between(min = 1, max = 50) int poolSize)
        implements Checked {

    static final String SQLITE = "jdbc:sqlite:";
    static final String POSTGRES = "jdbc:postgresql:";
    private static final String HOST = "([^/?@:,\\s]+|\\[[0-9a-fA-F:]+\\])(:\\d{1,5})?";
    private static final Pattern SERVER =
            Pattern.compile("jdbc:postgresql://" + HOST + "(," + HOST + ")*/[^/?\\s]+(\\?\\S*)?");
    private static final String FILE = "odin-bot.db";

    @Override
    public void check(Faults faults) {
        if (url.startsWith(POSTGRES)) {
            checkPostgres(faults.at("url"));
            return;
        }
        if (!url.isEmpty() && (!url.startsWith(SQLITE) || file().isEmpty() || file().startsWith(":"))) {
            faults.at("url")
                    .add(
                            "this is no database that the bot can use",
                            "Write \"\" for a file beside this one, or for instance"
                                    + " jdbc:postgresql://db.example:5432/odinbot.");
        }
        if (!user.isEmpty() || !password.isEmpty()) {
            faults.at(user.isEmpty() ? "password" : "user")
                    .add(
                            "a database in a file has no users",
                            "Remove user and password, or set storage.url to a PostgreSQL server.");
        }
    }

    /** The address may hold a password, so no part of it is told. */
    private void checkPostgres(Faults faults) {
        if (url.contains("@") || url.toLowerCase(Locale.ROOT).matches(".*[?&](user|password)=.*")) {
            faults.add(
                    "user and password do not belong into the address, which is shown",
                    "Write them as storage.user and storage.password, the password for instance as ${ODIN_DB_PASSWORD}.");
        } else if (!SERVER.matcher(url).matches()) {
            faults.add(
                    "this is not the address of a PostgreSQL database",
                    "Write for instance jdbc:postgresql://db.example:5432/odinbot.");
        }
    }

    /** The same with the file's path absolute, which is looked for in {@code folder}. */
    public StoreConfig beside(Path folder) {
        if (url.startsWith(POSTGRES)) {
            return this;
        }
        String file = url.isEmpty() ? FILE : file();
        String options = url.substring(url.isEmpty() ? 0 : SQLITE.length() + file.length());
        String absolute = folder.resolve(file).normalize().toString();
        return new StoreConfig(SQLITE + absolute + options, user, password, poolSize);
    }

    /** Where what is stored is, for people: a file, or a server and its database. */
    public String place() {
        if (url.startsWith(POSTGRES)) {
            return "PostgreSQL "
                    + url.substring(POSTGRES.length()).replaceFirst("\\?.*", "").replaceFirst("^//", "");
        }
        return url.isEmpty() ? FILE : file();
    }

    boolean postgres() {
        return url.startsWith(POSTGRES);
    }

    private String file() {
        return url.substring(SQLITE.length()).replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return "StoreConfig[" + place() + ", user=" + user + ", password=" + (password.isEmpty() ? "" : "***")
                + ", poolSize=" + poolSize + "]";
    }
}
