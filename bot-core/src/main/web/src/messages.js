// The conventions of ODIN's chat and user data: JSON in UTF-8. What does not follow them is somebody else's business.

const longestText = 4000;
const longestName = 60;

function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

export function encode(value) {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function chatMessage(text) {
  return encode({ kind: 'message', payload: text });
}

/** The text of a chat message in either of its forms, or null. */
export function chatText(bytes) {
  const message = parse(bytes);
  if (message?.kind !== 'message') {
    return null;
  }
  const text = typeof message.payload === 'string' ? message.payload : message.payload?.text;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, longestText) : null;
}

/** What to call a peer: the name of its user data, else its user id, else its number. */
export function peerName(peer) {
  const name = parse(peer.data)?.name;
  if (typeof name === 'string' && name.trim() !== '') {
    return name.trim().slice(0, longestName);
  }
  return peer.userId ? peer.userId.slice(0, longestName) : `Peer ${peer.id}`;
}
