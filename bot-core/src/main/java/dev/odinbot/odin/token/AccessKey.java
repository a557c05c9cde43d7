package dev.odinbot.odin.token;

/** Placeholder until the token package is written. */
public final class AccessKey {}
