// The SDK starts its worker and its audio worklet from data: addresses, and the worker makes functions from text. Allowing
// that to the whole page would give away most of its Content Security Policy, so the build puts the same two scripts into
// files, and the worker's file has a policy of its own. Must be loaded before the SDK.

function own(address, file) {
  return String(address).startsWith('data:application/javascript;base64,') ? file : address;
}

window.Worker = class extends Worker {
  constructor(address, options) {
    super(own(address, 'odin-worker.js'), options);
  }
};

// Only secure contexts have worklets; without, joining says so.
if (window.AudioWorklet !== undefined) {
  const addModule = AudioWorklet.prototype.addModule;
  AudioWorklet.prototype.addModule = function (address, options) {
    return addModule.call(this, own(address, 'odin-worklet.js'), options);
  };
}
