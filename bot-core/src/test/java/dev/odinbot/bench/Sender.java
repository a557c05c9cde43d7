package dev.odinbot.bench;

import dev.odinbot.audio.AudioModule;
import java.io.IOException;
import java.util.Map;

/** The process that offers, as the bot does, and sends. */
final class Sender {

    private Sender() {}

    public static void main(String[] arguments) throws IOException {
        Contestant contestant = Contestant.titled(arguments[1]);
        Connections connections = new Connections(contestant.channels(), Integer.parseInt(arguments[2]));
        Rooms rooms = new Rooms(audio(arguments[3]));
        new Commands()
                .on(
                        "open",
                        a -> connections.open(
                                a.get("count").asInt(), a.get("atOnce").asInt()))
                .on("close", a -> connections.close(a.get("rest").asInt()))
                .on(
                        "churn",
                        a -> connections.churn(
                                a.get("count").asInt(), a.get("atOnce").asInt()))
                .on("play", a -> {
                    rooms.play(
                            connections.open(),
                            a.get("burst").asInt(),
                            a.get("handover").asInt() != 0);
                    return Map.of();
                })
                .on("rest", a -> {
                    rooms.rest();
                    return Map.of();
                })
                .on("openWindow", a -> {
                    rooms.open(a.get("window").asInt());
                    return Map.of();
                })
                .on("closeWindow", a -> rooms.close())
                .serve(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().halt(0); // whatever a library still has running
    }

    /** @param phases how many, and how many lanes in each; empty for the bot's */
    private static AudioModule audio(String phases) {
        if (phases.isEmpty()) {
            return new AudioModule();
        }
        String[] numbers = phases.split(",");
        return new AudioModule(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }
}
