package dev.odinbot.odin.server;

/** A room; each customer has its own namesake. */
record RoomKey(String customer, String roomId) {}
