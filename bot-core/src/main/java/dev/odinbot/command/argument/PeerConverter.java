package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds who is present: by peer id, user id, name, name in whatever case, or a beginning of the name that only one has. Names are not
 * unique and chosen by strangers: when several fit, all are named with their ids, and nobody is meant.
 */
record PeerConverter(String name) implements Converter<Peer> {

    private static final int MAX_NAME = 30;
    private static final int MAX_ID = 60;
    private static final int MOST_NAMED = 10;

    @Override
    public Conversion<Peer> convert(String text, Call call) {
        List<Peer> fitting = fitting(text, call.room().peers());
        if (fitting.size() == 1) {
            return Conversion.of(fitting.get(0));
        }
        return fitting.isEmpty() ? Problem.refused("peer.unknown", name, text) : ambiguous(name, text, fitting);
    }

    private static Conversion<Peer> ambiguous(String argument, String text, List<Peer> fitting) {
        return Problem.refused(
                "peer.ambiguous",
                argument,
                text,
                named(fitting, peer -> peer.id().toString()));
    }

    /** All that fit as well as any. */
    private static List<Peer> fitting(String text, List<Peer> peers) {
        String typed = text.startsWith("@") ? text.substring(1) : text;
        if (typed.isBlank()) {
            return List.of();
        }
        String begun = typed.toLowerCase(Locale.ROOT);
        List<Predicate<Peer>> ways = List.of(
                peer -> peer.id().toString().equals(typed),
                peer -> peer.userId().value().equals(typed),
                peer -> peer.displayName().equals(typed),
                peer -> peer.displayName().equalsIgnoreCase(typed),
                peer -> peer.displayName().toLowerCase(Locale.ROOT).startsWith(begun));
        return ways.stream()
                .map(way -> peers.stream().filter(way).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Their names, each with an id in brackets. */
    static String named(List<Peer> peers, Function<Peer, String> id) {
        String names = peers.stream()
                .limit(MOST_NAMED)
                .map(peer -> PlainText.line(peer.displayName(), MAX_NAME) + " ("
                        + PlainText.line(id.apply(peer), MAX_ID) + ")")
                .collect(Collectors.joining(", "));
        return peers.size() > MOST_NAMED ? names + ", …" : names;
    }
}
