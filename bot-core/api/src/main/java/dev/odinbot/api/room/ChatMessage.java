package dev.odinbot.api.room;

/** A line that somebody typed into a room, decoded; whatever it is, it comes from a stranger. */
public record ChatMessage(Peer sender, String text) {}
