package dev.odinbot.api.room;

/** A message that is chat, after decoding. */
public record ChatMessage(Peer sender, String text) {}
