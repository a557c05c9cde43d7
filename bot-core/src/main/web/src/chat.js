import { element } from './page.js';

const longestLog = 300;

/** The chat, newest line last; stays at the end unless the reader has scrolled up. */
export function chatLog(log) {
  function add(line) {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    log.append(line);
    while (log.childElementCount > longestLog) {
      log.firstElementChild.remove();
    }
    if (atEnd) {
      log.scrollTop = log.scrollHeight;
    }
  }

  return {
    message(name, text, own = false) {
      const line = element('li', own ? 'message own' : 'message');
      const head = element('div', 'head');
      const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
      head.append(element('span', 'name', name), element('time', 'time', time));
      line.append(head, element('div', 'text', text));
      add(line);
    },
    note(text) {
      add(element('li', 'note', text));
    },
    clear() {
      log.replaceChildren();
    },
  };
}
