// What could be typed next in a line that calls a command. Pure: text in, suggestions out.

/** Opening and closing, as the bot knows them. */
const quotes = new Map(['""', "''", '``', '“”', '„“', '‘’', '«»', '»«', '「」'].map((pair) => [...pair]));
const escapable = /[\s\\"'`“”„‘’«»「」]/;
const most = 50;

/**
 * What fits at the caret, or null when the line calls no command.
 *
 * @param commands `{ prefix, commands }` as /api/commands answers
 * @param peers `{ name, userId }` of those present
 * @returns `{ start, end, options, hint }`: each option `{ label, detail, insert }` takes the place of the text from start to end;
 *     the hint `{ usage, current, description }` is null until the command is known
 */
export function complete(text, caret, commands, peers) {
  const { prefix } = commands;
  const first = text.length - text.trimStart().length;
  const begin = first + prefix.length;
  const called = text.slice(first, begin).toLowerCase() === prefix.toLowerCase();
  const typed = text.slice(begin, caret);
  if (prefix === '' || !called || caret < begin || /^\s/.test(typed)) {
    return null;
  }
  const command = calledCommand(typed, commands.commands);
  const options = nameOptions(typed, commands.commands, prefix);
  if (command === null || options.some((option) => option.words)) {
    const end = caret + /^\S*/.exec(text.slice(caret))[0].length;
    const hint = command === null ? null : usageHint(command.command, prefix, null);
    return options.length > 0 ? { start: begin, end, options: options.slice(0, most), hint } : null;
  }
  return completeArguments(text, caret, begin + command.typed.length, command.command, prefix, peers);
}

/** The command with the longest name that the line begins with, and that name as it is typed; null while it may still grow. */
function calledCommand(typed, commands) {
  let found = null;
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases, `${command.plugin}:${command.name}`]) {
      const match = new RegExp(`^${name.split(' ').map(literal).join('\\s+')}(?=\\s)`, 'i').exec(typed);
      if (match !== null && (found === null || match[0].length > found.typed.length)) {
        found = { command, typed: match[0] };
      }
    }
  }
  return found;
}

function literal(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Commands whose name begins as typed; `words` when a word of it is typed already, so that it must be meant. */
function nameOptions(typed, commands, prefix) {
  const begun = typed.toLowerCase().replace(/\s+/g, ' ');
  return commands
    .map((command) => ({ command, name: [command.name, ...command.aliases].find((name) => name.startsWith(begun)) }))
    .filter(({ name }) => name !== undefined)
    .map(({ command, name }) => ({
      label: prefix + name,
      detail: command.description || command.usage,
      insert: command.arguments.length + command.flags.length > 0 ? `${name} ` : name,
      words: begun.includes(' '),
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function completeArguments(text, caret, begin, command, prefix, peers) {
  const typed = text.slice(begin, caret);
  const { line, last } = read(typed, command);
  const start = begin + last.wordStart;
  const end = last.quote === '' ? caret + /^\S*/.exec(text.slice(caret))[0].length : caret;
  const argument = command.arguments[line.place] ?? null;

  const isFlag = !line.flagsEnded && line.awaiting === null && /^-(?!\d)/.test(typed.slice(last.start));
  if (isFlag && last.value !== undefined) {
    const flag = flagsNamed(command, last.name)?.at(-1) ?? null;
    const options = flag === null ? [] : values(flag.choices, flag.type, last.value, peers);
    return answer(start, end, options, command, prefix, flag?.name ?? null);
  }
  const flags = isFlag ? flagOptions(command, line.used, last.name) : [];
  if (flags.length > 0 || (isFlag && !argument?.rest)) {
    return answer(start, end, flags, command, prefix, null);
  }
  if (line.awaiting !== null) {
    const options = values(line.awaiting.choices, line.awaiting.type, last.name, peers);
    return answer(start, end, options, command, prefix, line.awaiting.name);
  }
  if (argument === null) {
    const offersFlags = last.name === '' && !line.flagsEnded;
    return answer(start, end, offersFlags ? flagOptions(command, line.used, '') : [], command, prefix, null);
  }
  if (argument.rest) {
    const from = line.restStart ?? last.start;
    const options = line.restHasFlags ? [] : values(argument.choices, argument.type, typed.slice(from), peers, String);
    return answer(begin + from, end, options, command, prefix, argument.name);
  }
  return answer(start, end, values(argument.choices, argument.type, last.name, peers), command, prefix, argument.name);
}

function answer(start, end, options, command, prefix, current) {
  return { start, end, options: options.slice(0, most), hint: usageHint(command, prefix, current) };
}

function usageHint(command, prefix, current) {
  return { usage: prefix + command.usage, current, description: command.description };
}

/** The names of the arguments and flags that a whole line gives. */
export function given(text, command) {
  const { line } = read(`${text} `, command);
  return { arguments: [...line.given], flags: [...line.used] };
}

/** Reads what is typed as the bot does (LineReading.java); the last word, which may be empty, is the one still being typed. */
function read(typed, command) {
  const line = {
    place: 0,
    given: new Set(),
    awaiting: null,
    flagsEnded: command.flags.length === 0,
    used: new Set(),
    restStart: null,
    restHasFlags: false,
  };
  for (let at = 0; ; ) {
    const word = line.awaiting === null;
    const token = readToken(typed, at, word && !line.flagsEnded, word && (command.arguments[line.place]?.rest ?? false));
    if (!token.closed) {
      return { line, last: token };
    }
    take(line, token, command, typed.slice(token.end));
    at = token.end;
  }
}

function take(line, token, command, behind) {
  if (line.awaiting !== null) {
    line.awaiting = null;
    return;
  }
  const argument = command.arguments[line.place];
  const isBare = token.quote === '' || token.value !== undefined;
  if (!line.flagsEnded && isBare && takeFlag(line, token, command, argument?.rest ?? false, behind)) {
    return;
  }
  if (argument === undefined) {
    return;
  }
  line.given.add(argument.name);
  if (argument.rest) {
    line.restStart ??= token.start;
  } else if (!argument.repeated) {
    line.place++;
  }
}

/** False when the word is none of the flags. */
function takeFlag(line, token, command, isRest, behind) {
  const inText = line.restStart !== null;
  if (token.name === '--' && token.value === undefined && !inText) {
    line.flagsEnded = true;
    return true;
  }
  const flags = flagsNamed(command, token.name);
  if (flags === null) {
    // Where no text may stand, the bot refuses it.
    return !isRest && /^(--\p{L}|-\p{L}+$)/u.test(token.name);
  }
  const last = flags.at(-1);
  const awaits = last.type !== '' && token.value === undefined;
  const wordsBehind = behind.split(/\s+/).filter(Boolean).length;
  if (inText && /^-[^-]/.test(token.name) && wordsBehind > (awaits ? 1 : 0)) {
    return false;
  }
  flags.forEach((flag) => line.used.add(flag.name));
  line.awaiting = awaits ? last : null;
  line.restHasFlags = inText;
  return true;
}

/** The flags that a word with dashes names, several when it is a bundle like -ab; null when it names none. */
function flagsNamed(command, name) {
  const long = /^(?:--|[—–])(\p{L}.*)$/u.exec(name);
  if (long !== null) {
    const flag = command.flags.find((candidate) => candidate.name.toLowerCase() === `--${long[1]}`.toLowerCase());
    return flag === undefined ? null : [flag];
  }
  if (!/^-\p{L}+$/u.test(name)) {
    return null;
  }
  const flags = [...name.slice(1)].map((letter) => command.flags.find((flag) => flag.shorthand === `-${letter}`));
  return flags.includes(undefined) ? null : flags;
}

function flagOptions(command, used, begun) {
  return command.flags
    .filter((flag) => !used.has(flag.name) && (flag.name.startsWith(begun.toLowerCase()) || flag.shorthand === begun))
    .map((flag) => ({
      label: flag.name,
      detail: [flag.shorthand, flag.choices.length > 0 ? flag.choices.join(' | ') : flag.type].filter(Boolean).join('  '),
      insert: `${flag.name} `,
    }));
}

function values(choices, type, begun, peers, written = quoted) {
  if (type === 'user') {
    return users(begun, peers, written);
  }
  const present = [...new Set(peers.map((peer) => peer.name))].sort();
  const names = type === 'peer' ? present : type === 'boolean' ? ['on', 'off'] : choices;
  return names
    .filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()))
    .map((name) => ({ label: name, detail: '', insert: `${written(name)} ` }));
}

/** Found by name too, but the bot takes only the id: anybody can take any name. */
function users(begun, peers, written) {
  const byId = new Map(peers.filter((peer) => peer.userId).map((peer) => [peer.userId, peer.name]));
  return [...byId]
    .filter((user) => user.some((text) => text.toLowerCase().startsWith(begun.toLowerCase())))
    .map(([userId, name]) => ({ label: userId, detail: name, insert: `${written(userId)} ` }));
}

/** As the bot reads it as one word. */
function quoted(name) {
  const plain = !/\s/.test(name) && !quotes.has(name[0]) && !name.includes('\\') && !name.startsWith('-');
  return plain ? name : `"${name.replace(/[\\"]/g, '\\$&')}"`;
}

/**
 * The word behind `from`; not closed when the line ends before it does.
 *
 * @param flags whether a flag may have its value behind an equals sign
 * @param rest whether it is part of a text, where a quote that nothing closes is an ordinary character
 */
function readToken(line, from, flags, rest) {
  const start = from + /^\s*/.exec(line.slice(from))[0].length;
  const named = flags ? /^((?:--|[—–])\p{L}[^\s=]*|-\p{L}+)=/u.exec(line.slice(start)) : null;
  const wordStart = start + (named === null ? 0 : named[0].length);
  let word = readWord(line, wordStart, quotes.has(line[wordStart]) ? line[wordStart] : '');
  if (rest && named === null && word.quote !== '' && !word.closed) {
    word = readWord(line, wordStart, '');
  }
  const { text, quote, end, closed } = word;
  return { start, wordStart, name: named === null ? text : named[1], value: named === null ? undefined : text, quote, end, closed };
}

function readWord(line, from, quote) {
  const closing = quotes.get(quote);
  let text = '';
  let at = from + quote.length;
  while (at < line.length) {
    if (line[at] === '\\' && escapable.test(line[at + 1] ?? '')) {
      text += line[at + 1];
      at += 2;
    } else if (closing === undefined && /\s/.test(line[at])) {
      return { text, quote, end: at, closed: true };
    } else if (line[at] === closing) {
      return { text, quote, end: at + 1, closed: true };
    } else {
      text += line[at++];
    }
  }
  return { text, quote, end: at, closed: false };
}
