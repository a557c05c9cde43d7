package dev.odinbot.odin.transport.ice;

/** Who chooses the way: the side that made the offer controls, unless the other side is lite. */
public enum IceRole {
    CONTROLLING,
    CONTROLLED
}
