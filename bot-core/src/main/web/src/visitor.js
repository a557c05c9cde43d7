// What the browser remembers of its visitor. Private browsing may refuse storage: then only this page remembers.

const memory = new Map();

function recall(key) {
  if (!memory.has(key)) {
    try {
      memory.set(key, localStorage.getItem(`odinbot.${key}`));
    } catch {
      return null;
    }
  }
  return memory.get(key);
}

function remember(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(`odinbot.${key}`, value);
  } catch {
    // This page still knows.
  }
}

function newSecret() {
  // Not randomUUID: that exists only over https and on localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const visitor = {
  // What the visitor's lasting user id is made from; whoever knows it can be this visitor.
  get secret() {
    const known = recall('secret') ?? newSecret();
    remember('secret', known);
    return known;
  },
  get name() {
    return recall('name') ?? '';
  },
  set name(name) {
    remember('name', name);
  },
  get room() {
    return recall('room') ?? '';
  },
  set room(room) {
    remember('room', room);
  },
  get volume() {
    const percent = Number(recall('volume') ?? '100');
    return percent >= 0 && percent <= 100 ? percent : 100;
  },
  set volume(percent) {
    remember('volume', String(percent));
  },
};
