// What the SDK plays goes through here: it connects its decoder to `context.destination` of an AudioContext that it makes
// itself, so the page gives it a context whose destination is a volume control and a meter. Must be loaded before the SDK.

let newest = null;
let volume = 1;

class RoomAudioContext extends AudioContext {
  #volume;
  #meter;

  constructor(options) {
    super(options);
    this.#volume = new GainNode(this, { gain: volume });
    this.#meter = new AnalyserNode(this, { fftSize: 8192, smoothingTimeConstant: 0 });
    this.#volume.connect(this.#meter).connect(super.destination);
    // With a 44.1 kHz microphone the SDK makes a second context for the output; the output is always the last one made.
    newest = this;
  }

  get destination() {
    return this.#volume ?? super.destination;
  }

  get meter() {
    return this.#meter;
  }

  fadeTo(gain) {
    this.#volume.gain.setTargetAtTime(gain, this.currentTime, 0.015);
  }
}

window.AudioContext = RoomAudioContext;

/** @param {number} gain 0 = silent, 1 = as received */
export function setVolume(gain) {
  volume = gain;
  newest?.fadeTo(gain);
}

/** Loudness of what is being heard: RMS in dBFS, -Infinity for digital silence or before joining. */
export function level() {
  if (newest === null || newest.state !== 'running') {
    return -Infinity;
  }
  const samples = new Float32Array(newest.meter.fftSize);
  newest.meter.getFloatTimeDomainData(samples);
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return 10 * Math.log10(power);
}

/** The strongest frequency of what is being heard, in Hz; 0 before joining. */
export function frequency() {
  if (newest === null) {
    return 0;
  }
  const bins = new Float32Array(newest.meter.frequencyBinCount);
  newest.meter.getFloatFrequencyData(bins);
  const peak = bins.reduce((best, value, bin) => (value > bins[best] ? bin : best), 0);
  return (peak * newest.sampleRate) / newest.meter.fftSize;
}
