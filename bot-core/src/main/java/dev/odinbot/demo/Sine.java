package dev.odinbot.demo;

/** A sine from a table, for a tune that has to be ready before the build gets boring. */
final class Sine {

    private static final int SIZE = 4096;
    private static final float[] TABLE = new float[SIZE + 1];

    static {
        for (int i = 0; i <= SIZE; i++) {
            TABLE[i] = (float) Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private Sine() {}

    /** @param turns 1 = a whole period; not below -1 */
    static double at(double turns) {
        double place = (turns + 1) * SIZE;
        long whole = (long) place;
        int i = (int) (whole & (SIZE - 1));
        return TABLE[i] + (TABLE[i + 1] - TABLE[i]) * (place - whole);
    }
}
