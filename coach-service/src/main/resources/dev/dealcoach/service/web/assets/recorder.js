// Records from the microphone: on from the press, off at the release.

import { wav } from './wav.js';

/** Opens the microphone and records until `stop` is called. `level` gets 0 to 1 as it is heard. */
export async function record(level) {
  const stream = await navigator.mediaDevices.getUserMedia({
    // speech recognition hears the room better than what was cleaned for telephones
    audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  const context = new AudioContext();
  const pieces = [];
  try {
    await context.audioWorklet.addModule('/assets/web/recorder-worklet.js');
    await context.resume();
  } catch (error) {
    stream.getTracks().forEach((track) => track.stop());
    await context.close();
    throw error;
  }
  const source = context.createMediaStreamSource(stream);
  const tap = new AudioWorkletNode(context, 'tap', { numberOfInputs: 1, numberOfOutputs: 1, channelCount: 1, channelCountMode: 'explicit' });
  tap.port.onmessage = ({ data }) => {
    pieces.push(data);
    let square = 0;
    for (const sample of data) square += sample * sample;
    const decibels = 10 * Math.log10(square / data.length + 1e-9);
    level(Math.max(0, Math.min(1, (decibels + 60) / 55)));
  };
  source.connect(tap);
  tap.connect(context.destination); // silent: the tap has no output; without it some browsers do not run it
  const rate = context.sampleRate;

  return {
    /** Seconds that were recorded so far. */
    seconds: () => pieces.reduce((sum, piece) => sum + piece.length, 0) / rate,
    /** Ends and gives the WAV file. */
    async stop() {
      stream.getTracks().forEach((track) => track.stop());
      source.disconnect();
      tap.port.onmessage = null;
      await context.close();
      return wav(pieces, rate);
    },
  };
}
