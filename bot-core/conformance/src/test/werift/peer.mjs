// A peer made with werift, whose WebRTC is TypeScript throughout. Does what JSON lines on stdin say and writes what
// happens, also as JSON lines, to stdout:
//   {"do":"offer"}, then {"do":"accept","sdp":…}  or  {"do":"answer","sdp":…}  → {"event":"description","sdp":…}
//   {"do":"close"}
//   unasked: {"event":"open"}, {"event":"message","hex":…}, {"event":"closed"}
// Every message is sent back. With the argument "lite" the peer is an ICE-lite one.
import { createInterface } from 'node:readline';
import { RTCPeerConnection } from 'werift';

const peer = new RTCPeerConnection({
  iceServers: [],
  iceUseTcp: false,
  iceAdditionalHostAddresses: ['127.0.0.1'],
  iceLite: process.argv.includes('lite'),
});
const channel = peer.createDataChannel('audio', { id: 2, negotiated: true, ordered: false, maxRetransmits: 0 });

const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

channel.stateChanged.subscribe((state) => say({ event: state }));
channel.onMessage.subscribe((data) => {
  say({ event: 'message', hex: Buffer.from(data).toString('hex') });
  channel.send(data);
});

async function describe(description) {
  await peer.setLocalDescription(description);
  say({ event: 'description', sdp: peer.localDescription.sdp });
}

const actions = {
  offer: async () => describe(await peer.createOffer()),
  accept: ({ sdp }) => peer.setRemoteDescription({ type: 'answer', sdp }),
  answer: async ({ sdp }) => {
    await peer.setRemoteDescription({ type: 'offer', sdp });
    await describe(await peer.createAnswer());
  },
  close: () => peer.close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  await actions[order.do](order);
}
process.exit(0);
