package dev.odinbot.odin.transport.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one description: what is said of the session first, then section by section. */
final class SessionDescriptionReader {

    private static final int MAX_CHARS = 64 * 1024;
    private static final int MAX_LINES = 1000;
    private static final int MAX_SECTIONS = 32;
    private static final int MAX_CANDIDATES = 64;

    private static final Pattern DATA = Pattern.compile("(?:UDP/|TCP/)?DTLS/SCTP webrtc-datachannel");
    private static final Pattern MEDIA = Pattern.compile(
            "m=([a-z]{1,16}) ([0-9]{1,5})(?:/[0-9]{1,5})? (([A-Za-z0-9/]{1,32}) ([A-Za-z0-9.-]{1,32}))(?: .*)?");
    private static final Pattern ATTRIBUTE = Pattern.compile("a=([a-z-]{1,32})(?::(.*))?");
    private static final Pattern MID = Pattern.compile("[A-Za-z0-9_.+-]{1,32}");
    private static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
    private static final Pattern FINGERPRINT =
            Pattern.compile("(?i)sha-(?:1|224|256|384|512) [0-9A-F]{2}(?::[0-9A-F]{2}){19,63}");
    private static final Pattern SETUP = Pattern.compile("actpass|active|passive");
    private static final Pattern PORT =
            Pattern.compile("[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]");
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

    private final Section session = new Section(null);
    private final List<Section> sections = new ArrayList<>();
    private Section current = session;

    private SessionDescriptionReader() {}

    static SessionDescription read(String text) {
        require(text.length() <= MAX_CHARS, "longer than " + MAX_CHARS + " characters");
        List<String> lines = text.lines().limit(MAX_LINES + 1L).toList();
        require(lines.size() <= MAX_LINES, "more than " + MAX_LINES + " lines");
        require(text.startsWith("v=0"), "not an SDP");
        SessionDescriptionReader reader = new SessionDescriptionReader();
        lines.forEach(reader::line);
        return reader.description();
    }

    private void line(String line) {
        if (line.startsWith("m=")) {
            Matcher media = MEDIA.matcher(line);
            require(media.matches(), "media line malformed");
            require(sections.size() < MAX_SECTIONS, "more than " + MAX_SECTIONS + " media");
            current = new Section(media);
            sections.add(current);
            return;
        }
        Matcher attribute = ATTRIBUTE.matcher(line);
        if (attribute.matches()) {
            current.attribute(attribute.group(1), attribute.group(2) == null ? "" : attribute.group(2));
        }
    }

    private SessionDescription description() {
        List<Section> datas = sections.stream().filter(Section::isData).toList();
        require(datas.size() == 1, "needs one data channel, has " + datas.size());
        Section data = datas.get(0);
        int place = sections.indexOf(data);
        return new SessionDescription(
                checked("mid", MID, data.value("mid")),
                checked("ice-ufrag", UFRAG, shared(data, "ice-ufrag")),
                checked("ice-pwd", PASSWORD, shared(data, "ice-pwd")),
                checked("fingerprint", FINGERPRINT, shared(data, "fingerprint")),
                DtlsSetup.valueOf(checked("setup", SETUP, shared(data, "setup")).toUpperCase(Locale.ROOT)),
                Integer.parseInt(checked("sctp-port", PORT, data.value("sctp-port", "5000"))),
                // What a side takes that does not say (RFC 8841, 6)
                bounded(checked("max-message-size", SIZE, data.value("max-message-size", "65536"))),
                session.value("ice-lite") != null || data.value("ice-lite") != null,
                data.candidates,
                sections.subList(0, place).stream().map(Section::other).toList(),
                sections.subList(place + 1, sections.size()).stream()
                        .map(Section::other)
                        .toList());
    }

    /** Said of the data channel, of the whole session, or of the section that the data channel is bundled with (RFC 9143, 7). */
    private @Nullable String shared(Section data, String name) {
        String own = data.value(name);
        if (own == null) {
            own = session.value(name);
        }
        for (int i = 0; own == null && i < sections.size(); i++) {
            own = sections.get(i).value(name);
        }
        return own;
    }

    /** Of several fingerprints, each of the same certificate, the first of those that are best (RFC 8122, 5). */
    private static String better(String former, String fingerprint) {
        return rank(fingerprint) > rank(former) ? fingerprint : former;
    }

    private static int rank(String fingerprint) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            return 0;
        }
        return switch (fingerprint.substring(0, 7).toLowerCase(Locale.ROOT)) {
            case "sha-256" -> 3;
            case "sha-384", "sha-512" -> 2;
            default -> 1;
        };
    }

    private static String checked(String name, Pattern grammar, @Nullable String value) {
        if (value == null || !grammar.matcher(value).matches()) {
            throw unusable(name + (value == null ? " missing" : " malformed"));
        }
        return value;
    }

    private static int bounded(String number) {
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(number));
    }

    private static void require(boolean fine, String fault) {
        if (!fine) {
            throw unusable(fault);
        }
    }

    private static IllegalArgumentException unusable(String fault) {
        return new IllegalArgumentException("Not a usable session description: " + fault);
    }

    /** One {@code m=} line and what follows it; or, without one, the head of the description. */
    private static final class Section {
        private final String media;
        private final String protocol;
        private final String format;
        private final boolean data;
        private final boolean refused;
        private final Map<String, String> values = new HashMap<>();
        private final List<Candidate> candidates = new ArrayList<>();

        private Section(@Nullable Matcher line) {
            media = line == null ? "" : line.group(1);
            refused = line != null && Integer.parseInt(line.group(2)) == 0;
            data = media.equals("application")
                    && line != null
                    && DATA.matcher(line.group(3)).matches();
            protocol = line == null ? "" : line.group(4);
            format = line == null ? "" : line.group(5);
        }

        /** Port 0 refuses a section, unless it shares the port of another. */
        boolean isData() {
            return data && (!refused || values.containsKey("bundle-only"));
        }

        void attribute(String name, String value) {
            if (name.equals("fingerprint")) {
                values.merge(name, value, SessionDescriptionReader::better);
                return;
            }
            if (!name.equals("candidate")) {
                values.put(name, value);
                return;
            }
            Candidate candidate = Candidate.parse("candidate:" + value);
            if (candidate != null && candidates.size() < MAX_CANDIDATES) {
                candidates.add(candidate);
            }
        }

        @Nullable
        String value(String name) {
            return values.get(name);
        }

        String value(String name, String otherwise) {
            return values.getOrDefault(name, otherwise);
        }

        OtherMedia other() {
            String mid = values.get("mid");
            return new OtherMedia(
                    media, protocol, format, mid != null && MID.matcher(mid).matches() ? mid : null);
        }
    }
}
