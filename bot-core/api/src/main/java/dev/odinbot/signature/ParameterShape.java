package dev.odinbot.signature;

/** A parameter of a method. */
record ParameterShape(String name, TypeShape type, Annotations annotations) {}
