// The few things every view needs of the DOM. Text only ever becomes text: nothing here, or anywhere, parses HTML.

export function find(selector) {
  return document.querySelector(selector);
}

export function show(element, visible) {
  element.hidden = !visible;
}

export function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** 75000 → "1:15", 3675000 → "1:01:15" */
export function clock(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const digits = (part) => String(part).padStart(2, '0');
  return hours > 0 ? [hours, ...parts.map(digits)].join(':') : `${parts[0]}:${digits(parts[1])}`;
}
