package dev.odinbot.guide;

// guide: colour
/** @param rgb for instance 0xFF8000 */
record Colour(int rgb) {}
// end
