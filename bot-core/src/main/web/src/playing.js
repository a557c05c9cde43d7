import { clock, element, find, show } from './page.js';

const longestQueue = 50;
/** The room's status and when it came, to reckon the position on from. */
let heard = null;

function byline(track) {
  const asked = track.requester ? `asked for by ${track.requester}` : '';
  return [track.author, asked].filter(Boolean).join(' · ');
}

function queueItem(track) {
  const item = element('li', 'track');
  item.append(element('span', 'title', track.title));
  item.append(element('span', 'length', track.lengthMs === null ? 'live' : clock(track.lengthMs)));
  const more = byline(track);
  if (more !== '') {
    item.append(element('span', 'byline', more));
  }
  return item;
}

/** @param room the room's part of the bot's status, or null when the bot is not in it */
export function showPlaying(room) {
  heard = room === null ? null : { room, at: performance.now() };
  const track = room?.playing ?? null;
  const queue = room?.queue ?? [];
  find('#now-state').textContent = track === null ? 'Nothing is playing' : track.paused ? 'Paused' : 'Now playing';
  find('#now-title').textContent = track === null ? hint(room) : track.streamTitle || track.title;
  find('#now-byline').textContent = track === null ? '' : [track.streamTitle && track.title, byline(track)].filter(Boolean).join(' · ');
  find('#now').classList.toggle('active', track !== null && !track.paused);
  show(find('#now-progress'), track !== null);
  show(find('#queue-part'), queue.length > 0);
  find('#queue-count').textContent = String(queue.length);
  const rest = queue.length - longestQueue;
  const more = rest > 0 ? [element('li', 'track more', `and ${rest} more`)] : [];
  find('#queue').replaceChildren(...queue.slice(0, longestQueue).map(queueItem), ...more);
  showPosition();
}

function hint(room) {
  if (room === null) {
    return 'The bot is not in this room.';
  }
  return room.state === 'joined' ? `Type ${room.prefix}play demo in the chat.` : `The bot is ${room.state}.`;
}

/** The bot tells the position now and then; in between it runs on by this browser's clock. */
function showPosition() {
  const track = heard?.room.playing ?? null;
  if (track === null) {
    return;
  }
  const since = track.paused ? 0 : performance.now() - heard.at;
  const position = Math.min(heard.room.positionMs + since, track.lengthMs ?? Infinity);
  const bar = find('#now-bar');
  show(bar, track.lengthMs !== null);
  bar.max = track.lengthMs ?? 1;
  bar.value = position;
  find('#now-position').textContent = clock(position);
  find('#now-length').textContent = track.lengthMs === null ? 'live' : clock(track.lengthMs);
}

setInterval(showPosition, 250);
