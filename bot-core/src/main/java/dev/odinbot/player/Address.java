package dev.odinbot.player;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A web address somebody asked for, and what of it may be shown. */
public record Address(URI uri) {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://.*", Pattern.DOTALL);

    /** Whether {@code identifier} means an address, of whatever kind, and not a name in the library. */
    static boolean looksLikeOne(String identifier) {
        return SCHEME.matcher(identifier).matches();
    }

    /** Empty when it is not an address; people paste blanks and umlauts, which are let through as a browser would. */
    static Optional<Address> parse(String text) {
        String encoded = text.strip().replace(" ", "%20").replace("|", "%7C");
        try {
            URI uri = new URI(new URI(encoded).toASCIIString());
            return uri.getHost() == null ? Optional.empty() : Optional.of(new Address(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean isHttp() {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https");
    }

    String host() {
        return uri.getHost();
    }

    Optional<Address> resolve(String location) {
        try {
            return parse(uri.resolve(location.strip().replace(" ", "%20")).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without user, password, query and fragment: any of them may hold a secret. */
    String shown() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }

    /** Any text with what might be a secret in an address taken out; other text as it is. */
    public static String shown(String identifier) {
        if (!looksLikeOne(identifier)) {
            return identifier;
        }
        return parse(identifier).map(Address::shown).orElseGet(() -> identifier.replaceFirst("://.*", "://…"));
    }

    /** The host that a shown identifier names; empty for a file. */
    static String hostOf(String identifier) {
        return looksLikeOne(identifier) ? parse(identifier).map(Address::host).orElse("") : "";
    }

    /** The name of the file without its ending; the host when there is no file. */
    String title() {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String name = FileName.withoutEnding(path.substring(path.lastIndexOf('/') + 1));
        return name.isBlank() ? uri.getHost() : name;
    }

    /** Never the whole address: records print themselves into logs. */
    @Override
    public String toString() {
        return shown();
    }
}
