package dev.odinbot.demo;

/** The echo of a small hall, after Schroeder: parallel combs, then all-passes, a little different in each ear. */
final class Hall {

    private static final int[] COMBS = {1687, 1801, 2053, 2251, 2399};
    private static final int[] ALL_PASSES = {347, 113};
    private static final int EARS_APART = 37;
    private static final float FEEDBACK = 0.78f;
    private static final float DAMPING = 0.35f;
    private static final float DIFFUSION = 0.6f;

    private Hall() {}

    /** Only the echo of {@code dry}. */
    static Stereo of(Stereo dry) {
        Stereo wet = new Stereo(dry.length() / (double) Stereo.RATE);
        echo(dry.left, wet.left, 0);
        echo(dry.right, wet.right, EARS_APART);
        return wet;
    }

    private static void echo(float[] dry, float[] wet, int apart) {
        for (int comb : COMBS) {
            float[] line = new float[comb + apart];
            float dull = 0;
            for (int i = 0; i < dry.length; i++) {
                int at = i % line.length;
                float out = line[at];
                dull += (1 - DAMPING) * (out - dull);
                line[at] = dry[i] + dull * FEEDBACK;
                wet[i] += out / COMBS.length;
            }
        }
        for (int pass : ALL_PASSES) {
            float[] line = new float[pass + apart];
            for (int i = 0; i < wet.length; i++) {
                int at = i % line.length;
                float out = line[at] - DIFFUSION * wet[i];
                line[at] = wet[i] + DIFFUSION * out;
                wet[i] = out;
            }
        }
    }
}
