import { element, find } from './page.js';

/** Who is here, and who is sending audio right now. */
export function showPeers(list, peers) {
  list.replaceChildren(
    ...peers.map((peer) => {
      const item = element('li', peer.sending ? 'peer sending' : 'peer');
      item.append(element('span', 'dot'), element('span', 'name', peer.self ? `${peer.name} (you)` : peer.name));
      if (peer.sending) {
        item.append(element('span', 'state', 'sending'));
      }
      return item;
    }),
  );
  find('#peer-count').textContent = peers.length > 0 ? String(peers.length) : '';
}
