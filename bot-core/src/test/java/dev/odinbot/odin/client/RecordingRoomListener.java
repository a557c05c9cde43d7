package dev.odinbot.odin.client;

import dev.odinbot.api.room.RoomEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a room told, in order. */
final class RecordingRoomListener implements OdinRoomListener {

    final List<RoomEvent> events = new CopyOnWriteArrayList<>();
    final List<String> states = new CopyOnWriteArrayList<>();
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void event(RoomEvent event) {
        events.add(event);
        all.add(event.getClass().getSimpleName());
    }

    @Override
    public void stateChanged(OdinRoom.State state, String detail) {
        states.add(detail.isEmpty() ? state.toString() : state + ": " + detail.replaceAll("\\d+\\.\\d s$", "N s"));
        all.add(state.toString());
    }

    String lastState() {
        return states.get(states.size() - 1);
    }
}
