import { complete } from './complete.js';
import { element, show } from './page.js';

/**
 * Completes what is typed into the chat box, as the ARIA pattern of a combobox with a list: the arrow keys choose, Tab takes the chosen
 * or first one, Enter takes a chosen one, Escape closes the list. Sends nothing and takes no key when the list is closed.
 *
 * @param commands gives what /api/commands answered last, or null
 * @param refresh called when a command line is begun, to ask for the commands anew
 */
export function completion({ input, list, hint, commands, peers, refresh }) {
  let found = null;
  let active = -1;
  let began = false;

  function update() {
    const known = commands();
    const begins = known !== null && input.value.trimStart().toLowerCase().startsWith(known.prefix.toLowerCase());
    if (begins && !began) {
      refresh();
    }
    began = begins;
    const caretOnly = input.selectionStart === input.selectionEnd;
    const open = begins && caretOnly && document.activeElement === input;
    found = open ? complete(input.value, input.selectionStart, known, peers()) : null;
    active = -1;
    showList();
    showHint();
  }

  function showList() {
    const options = found?.options ?? [];
    list.replaceChildren(...options.map(optionElement));
    show(list, options.length > 0);
    input.setAttribute('aria-expanded', String(options.length > 0));
    choose(active);
  }

  function optionElement(option, index) {
    const item = element('li', 'option');
    item.id = `${list.id}-${index}`;
    item.setAttribute('role', 'option');
    item.append(element('span', 'label', option.label), element('span', 'detail', option.detail));
    // Not click: the box must keep the focus, and with it a phone its keyboard.
    item.addEventListener('pointerdown', (event) => event.preventDefault());
    item.addEventListener('mousedown', (event) => event.preventDefault());
    item.addEventListener('click', () => accept(index));
    return item;
  }

  function showHint() {
    show(hint, found !== null && found.hint !== null);
    if (found?.hint) {
      hint.replaceChildren(...usageParts(found.hint));
    }
  }

  function choose(index) {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', list.children[index].id);
      list.children[index].scrollIntoView({ block: 'nearest' });
    }
  }

  function accept(index) {
    const { start, end, options } = found;
    const { insert } = options[index];
    const behind = input.value.slice(end);
    // The blank that comes with it may be there already.
    const head = input.value.slice(0, start) + (behind.startsWith(' ') ? insert.trimEnd() : insert);
    input.value = head + behind;
    const caret = head.length + (behind.startsWith(' ') && insert.endsWith(' ') ? 1 : 0);
    input.setSelectionRange(caret, caret);
    update();
    input.scrollLeft = input.scrollWidth;
  }

  function close() {
    found = null;
    active = -1;
    showList();
    showHint();
  }

  function key(event) {
    const count = found?.options.length ?? 0;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || count === 0) {
      return;
    }
    const act = {
      ArrowDown: () => choose(active + 1 < count ? active + 1 : 0),
      ArrowUp: () => choose(active > 0 ? active - 1 : count - 1),
      Tab: event.shiftKey ? null : () => accept(Math.max(active, 0)),
      Enter: active < 0 ? null : () => accept(active),
      Escape: close,
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  input.addEventListener('input', update);
  input.addEventListener('keydown', key);
  input.addEventListener('keyup', (event) => ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key) && update());
  input.addEventListener('click', update);
  input.addEventListener('focus', refresh);
  input.addEventListener('blur', close);
  return { update };
}

/** The usage with the current argument marked. */
function usageParts({ usage, current, description }) {
  const parts = [];
  const place = current === null ? -1 : Math.max(...[`<${current}`, `[${current}`, current].map((mark) => usage.indexOf(mark)));
  const end = place < 0 ? -1 : place + /^[<[]?[^\]>\s]*[\]>]?/.exec(usage.slice(place))[0].length;
  if (place < 0) {
    parts.push(element('span', 'usage', usage));
  } else {
    parts.push(element('span', 'usage', usage.slice(0, place)), element('b', 'usage', usage.slice(place, end)));
    parts.push(element('span', 'usage', usage.slice(end)));
  }
  return description === '' ? parts : [...parts, element('span', 'detail', description)];
}
