import { showRooms, entryForm } from './entry.js';
import { chatLog } from './chat.js';
import { completion } from './completion.js';
import { showPeers } from './peers.js';
import { showPlaying } from './playing.js';
import { find, show } from './page.js';
import { Room } from './room.js';
import { commandsFor, followStatus, ticket } from './server.js';
import { frequency, level, setVolume } from './sound.js';
import { visitor } from './visitor.js';

/** The last status of the bot, null until there is one. */
let status = null;
let state = 'out';
/** What /api/commands answered last, null until it has. */
let commands = null;

const chat = chatLog(find('#chat-log'));
const completing = completion({
  input: find('#chat-text'),
  list: find('#chat-options'),
  hint: find('#chat-hint'),
  commands: () => (state === 'in' ? commands : null),
  peers: () => room.peers,
  refresh: refreshCommands,
});
const room = new Room({
  peers: () => showPeers(find('#peers'), room.peers),
  message: (name, text) => chat.message(name, text),
  note: (text) => chat.note(text),
  trouble: (reason) => complain(reason),
  lost: (reason) => {
    setState('lost');
    complain(reason);
    find('#reconnect').focus();
  },
});

function setState(next) {
  state = next;
  document.body.dataset.state = next;
  const words = { out: '', joining: 'Joining …', in: 'Connected', lost: 'Disconnected' };
  find('#connection').textContent = words[next];
  show(find('#entry'), next === 'out');
  show(find('#room'), next !== 'out');
  show(find('#reconnect'), next === 'lost');
  find('#chat-form fieldset').disabled = next !== 'in';
  find('#talk').disabled = next !== 'in';
  showTalk();
  showPeers(find('#peers'), room.peers);
}

/** Permissions and plugins change while the page is open: asked anew whenever somebody begins to type a command. */
async function refreshCommands() {
  if (state !== 'in') {
    return;
  }
  const asked = room.id;
  const answer = await commandsFor(asked, visitor.secret);
  if (room.id === asked && answer !== null && JSON.stringify(answer) !== JSON.stringify(commands)) {
    commands = answer;
    completing.update();
  }
}

function complain(text) {
  find('#trouble-text').textContent = text;
  show(find('#trouble'), text !== '');
}

async function join(name, roomId) {
  complain('');
  visitor.name = name;
  visitor.room = roomId;
  const rejoining = state === 'lost';
  find('#join').disabled = true;
  find('#reconnect').disabled = true;
  find('#join').textContent = 'Joining …';
  try {
    if (!window.isSecureContext) {
      throw new Error('Browsers give sound only to pages that came over https or from this machine: open this page over https.');
    }
    const { gateway, token, userId } = await ticket(roomId, visitor.secret);
    await room.join(gateway, token, {
      name,
      avatar: '',
      seed: userId,
      userId,
      outputMuted: muted(),
      inputMuted: true,
      platform: 'web',
      version: PAGE_VERSION,
    });
    find('#room-name').textContent = room.id;
    document.title = `${room.id} · ODIN room`;
    setState('in');
    showStatus();
    commands = null;
    refreshCommands();
    chat.note(`You joined ${room.id} as ${name}.`);
    // On a phone this would only push the keyboard into view.
    if (matchMedia('(pointer: fine)').matches) {
      find('#chat-text').focus();
    }
  } catch (error) {
    setState(rejoining ? 'lost' : 'out');
    complain(`Could not join ${roomId}. ${error.message}`);
  } finally {
    find('#join').disabled = false;
    find('#reconnect').disabled = false;
    find('#join').textContent = 'Join';
  }
}

function leave() {
  room.leave();
  chat.clear();
  complain('');
  setState('out');
  document.title = 'ODIN room';
  find('#join').focus();
}

async function say(text) {
  try {
    await room.say(text);
    chat.message(`${visitor.name} (you)`, text, true);
  } catch {
    complain('That message could not be sent.');
  }
}

function muted() {
  return find('#mute').getAttribute('aria-pressed') === 'true';
}

function applyVolume() {
  const percent = Number(find('#volume').value);
  visitor.volume = percent;
  find('#volume-text').textContent = muted() ? 'muted' : `${percent} %`;
  setVolume(muted() ? 0 : percent / 100);
}

function showTalk() {
  const talking = state === 'in' && room.talking;
  find('#talk').setAttribute('aria-pressed', String(talking));
  find('#talk span').textContent = talking ? 'Talking' : 'Talk';
}

async function toggleTalk() {
  find('#talk').disabled = true;
  try {
    await (room.talking ? room.hush() : room.talk());
  } catch (error) {
    const refused = error.name === 'NotAllowedError';
    complain(refused ? 'The browser was not allowed to use the microphone.' : `The microphone cannot be used: ${error.message}`);
  } finally {
    find('#talk').disabled = state !== 'in';
    showTalk();
  }
}

function showStatus() {
  if (status === null) {
    return;
  }
  showRooms(status.rooms);
  const here = status.rooms.find((candidate) => candidate.id === visitor.room);
  showPlaying(here ?? null);
  find('#chat-text').placeholder = here ? `Message or ${here.prefix}play demo` : 'Message';
}

followStatus({
  status: (next) => {
    status = next;
    showStatus();
  },
  reachable: (yes) => show(find('#unreachable'), !yes),
});

entryForm(join);
find('#leave').addEventListener('click', leave);
find('#reconnect').addEventListener('click', () => join(visitor.name, visitor.room));
find('#trouble-close').addEventListener('click', () => complain(''));
find('#talk').addEventListener('click', toggleTalk);
find('#volume').value = visitor.volume;
find('#volume').addEventListener('input', applyVolume);
find('#mute').addEventListener('click', () => {
  find('#mute').setAttribute('aria-pressed', String(!muted()));
  applyVolume();
  room.update({ outputMuted: muted() }).catch(() => complain('The others could not be told that you muted the room.'));
});
find('#chat-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = find('#chat-text').value.trim();
  if (text !== '' && state === 'in') {
    find('#chat-text').value = '';
    completing.update();
    say(text);
  }
});
applyVolume();
setState('out');

/**
 * For tests and the curious, read-only: the state ('out' | 'joining' | 'in' | 'lost'), the peers, the SDK's last audio
 * statistics (null before the first), and what is being heard: RMS level in dBFS and strongest frequency in Hz.
 */
window.odinRoom = Object.freeze({
  get state() {
    return state;
  },
  get peers() {
    return room.peers;
  },
  get stats() {
    return structuredClone(room.stats);
  },
  get level() {
    return level();
  },
  get frequency() {
    return frequency();
  },
});
