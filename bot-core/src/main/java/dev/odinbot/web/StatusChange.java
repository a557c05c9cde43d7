package dev.odinbot.web;

import dev.odinbot.web.BotStatus.RoomStatus;
import java.util.List;

/** What of a status is news: not the counters, and not that a position moved on, for who shows it can reckon that. */
final class StatusChange {

    private StatusChange() {}

    static boolean between(BotStatus before, BotStatus after) {
        List<RoomStatus> old = before.rooms();
        List<RoomStatus> now = after.rooms();
        if (old.size() != now.size()) {
            return true;
        }
        for (int i = 0; i < old.size(); i++) {
            // A position that went back: the track began anew.
            boolean back = now.get(i).positionMs() < old.get(i).positionMs();
            if (back || !still(old.get(i)).equals(still(now.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static RoomStatus still(RoomStatus room) {
        return new RoomStatus(
                room.id(), room.state(), room.prefix(), room.peers(), room.playing(), 0, room.queue(), 0, 0);
    }
}
