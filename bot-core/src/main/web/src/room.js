import './own-scripts.js';
import './plain-http.js';
import './sound.js';
import { OdinClient } from '@4players/odin';
import { allowPlain } from './plain-http.js';
import { chatMessage, chatText, encode, peerName } from './messages.js';

// The silence between two words must not be cut as if it were noise; the gate only keeps a quiet room quiet.
const voice = {
  voiceActivityDetection: false,
  voiceActivityDetectionAttackProbability: 0.9,
  voiceActivityDetectionReleaseProbability: 0.8,
  volumeGate: true,
  volumeGateAttackLoudness: -45,
  volumeGateReleaseLoudness: -55,
};
const joinPatienceMs = 10_000;

function within(ms, promise, complaint) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The SDK wraps an error in sentences of its own, a line each; the last one says what happened. */
function cause(error) {
  const lines = String(error?.message ?? error).split('\n');
  const last = lines.map((line) => line.replace(/^(Error: )+/, '').trim()).filter(Boolean);
  return last.length > 0 ? last[last.length - 1] : 'unknown error';
}

/**
 * The one room this page is in, over the vendor's SDK. Tells `events` what happens: `peers()`, `message(name, text)`,
 * `note(text)`, `lost(reason)`, `trouble(reason)`.
 */
export class Room {
  #events;
  #room = null;
  #joined = false;
  #userData = null;
  #microphone = null;
  #ownMedia = null;
  stats = null;

  constructor(events) {
    this.#events = events;
    OdinClient.addEventListener('ConnectionStateChanged', ({ payload }) => {
      if (this.#room !== null && payload.newState === 'incomplete') {
        events.trouble('The audio connection failed: no UDP path to the server.');
      }
    });
  }

  get id() {
    return this.#room?.id ?? null;
  }

  get talking() {
    return this.#ownMedia?.started ?? false;
  }

  /** Everybody in the room, oneself first: `{id, userId, name, self, sending}`. */
  get peers() {
    if (!this.#joined) {
      return [];
    }
    return [this.#room.ownPeer, ...this.#room.remotePeers.values()].map((peer) => ({
      id: peer.id,
      userId: peer.userId,
      name: peerName(peer),
      self: !peer.remote,
      sending: [...peer.medias.values()].some((media) => media.active),
    }));
  }

  async join(gateway, token, userData) {
    await this.#closed();
    allowPlain(gateway);
    this.#userData = userData;
    try {
      const room = await within(joinPatienceMs, OdinClient.initRoom(token, gateway), 'The gateway does not answer.');
      this.#listen(room);
      this.#room = room;
      const refused = new Promise((_, reject) => {
        room.addEventListener('Left', () => reject(new Error('The room closed the connection.')));
      });
      const joined = Promise.race([room.join(encode(userData)), refused]);
      await within(joinPatienceMs, joined, 'The room does not answer.');
      this.#joined = true;
    } catch (error) {
      this.#forget();
      OdinClient.disconnect();
      throw new Error(cause(error), { cause: error });
    }
    this.#events.peers();
  }

  leave() {
    const room = this.#room;
    this.#forget();
    if (room !== null) {
      OdinClient.disconnect();
    }
  }

  async say(text) {
    await this.#room.sendMessage(chatMessage(text));
  }

  /** Changes some of one's own user data for everybody. */
  async update(changes) {
    if (!this.#joined) {
      return;
    }
    this.#userData = { ...this.#userData, ...changes };
    this.#room.ownPeer.data = encode(this.#userData);
    await this.#room.ownPeer.update();
  }

  async talk() {
    const room = this.#room;
    const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    try {
      this.#stillIn(room); // or was left while the browser asked
      this.#microphone = microphone;
      if (this.#ownMedia === null) {
        const media = await room.createMedia(microphone, voice);
        this.#stillIn(room);
        this.#ownMedia = media;
      } else {
        // The SDK has one media per peer for good; it is started anew with the new stream.
        await room.changeMediaStream(microphone);
        this.#stillIn(room);
      }
      await this.#ownMedia.start();
    } catch (error) {
      microphone.getTracks().forEach((track) => track.stop());
      if (this.#microphone === microphone) {
        this.#microphone = null;
      }
      throw error;
    }
    await this.update({ inputMuted: false });
  }

  async hush() {
    this.#microphone?.getTracks().forEach((track) => track.stop());
    this.#microphone = null;
    await this.#ownMedia?.stop();
    this.#events.peers();
    await this.update({ inputMuted: true });
  }

  #stillIn(room) {
    if (room === null || this.#room !== room) {
      throw new Error('The room was left.');
    }
  }

  #listen(room) {
    const current = (handler) => (event) => {
      if (this.#room === room) {
        handler(event.payload);
      }
    };
    const on = (names, handler) => names.forEach((name) => room.addEventListener(name, current(handler)));
    on(['PeerUserDataChanged', 'MediaActivity', 'MediaStopped'], () => this.#events.peers());
    on(['PeerJoined'], ({ peer }) => {
      this.#events.peers();
      if (peer.remote && this.#joined) {
        this.#events.note(`${peerName(peer)} joined.`);
      }
    });
    on(['PeerLeft'], ({ peer }) => {
      this.#events.note(`${peerName(peer)} left.`);
      // The SDK forgets the peer only after it has told us.
      queueMicrotask(() => this.#events.peers());
    });
    on(['MediaStarted'], ({ media }) => {
      if (media.remote) {
        media.start().catch((error) => this.#events.trouble(`A peer cannot be heard: ${cause(error)}`));
      }
      this.#events.peers();
    });
    on(['MessageReceived'], ({ senderId, message }) => {
      const text = chatText(message);
      const sender = room.remotePeers.get(senderId);
      if (text !== null && sender !== undefined) {
        this.#events.message(peerName(sender), text);
      } else if (text !== null && senderId === 0) {
        // From no peer: the gateway has said it for the owner of the access key.
        this.#events.message('Announcement', text);
      }
    });
    on(['AudioStats'], ({ stats }) => {
      this.stats = stats;
    });
    on(['Left'], () => {
      if (this.#joined) {
        this.#forget();
        this.#events.lost('The connection to the room was lost.');
      }
    });
  }

  #forget() {
    this.#microphone?.getTracks().forEach((track) => track.stop());
    this.#microphone = null;
    this.#ownMedia = null;
    this.#room = null;
    this.#joined = false;
    this.stats = null;
  }

  /** The SDK is one global connection: a new one must wait for the end of the old, or its end would end the new one. */
  async #closed() {
    const gone = () => !['connected', 'incomplete', 'error'].includes(OdinClient.connectionState);
    for (let waited = 0; !gone() && waited < 1500; waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
