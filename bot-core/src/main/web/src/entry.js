import { find, show } from './page.js';
import { visitor } from './visitor.js';

const wished = new URLSearchParams(location.search).get('room') ?? visitor.room;
let listed = '';

/** Offers the bot's rooms, or lets the visitor type one when the bot names none. */
export function showRooms(rooms) {
  const names = rooms.map((room) => room.id);
  show(find('#room-choice'), names.length > 0);
  show(find('#room-free'), names.length === 0);
  find('#room-typed').required = names.length === 0;
  // Built anew only when it differs, or the list would close under the visitor's finger.
  if (listed !== JSON.stringify(names)) {
    listed = JSON.stringify(names);
    const select = find('#room-select');
    const chosen = select.value || wished;
    select.replaceChildren(...names.map((name) => new Option(name, name, false, name === chosen)));
  }
}

/** Calls `join(name, room)` when the form is sent. */
export function entryForm(join) {
  find('#name').value = visitor.name;
  find('#room-typed').value = wished;
  find('#entry-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = find('#room-choice').hidden;
    const room = (typed ? find('#room-typed').value : find('#room-select').value).trim();
    const name = find('#name').value.trim();
    if (name !== '' && room !== '') {
      join(name, room);
    }
  });
  (visitor.name === '' ? find('#name') : find('#join')).focus();
}
