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
  const tokens = tokenize(text.slice(begin, caret));
  const last = tokens.pop();
  const start = begin + last.start;
  const end = last.quote === '' ? caret + /^\S*/.exec(text.slice(caret))[0].length : caret;
  const line = { place: 0, awaiting: null, flagsEnded: false, used: new Set() };
  tokens.forEach((token) => take(line, token, command));

  const [flagName, value] = last.text.split(/=(.*)/s);
  const isFlag = !line.flagsEnded && last.quote === '' && line.awaiting === null && /^-/.test(last.text) && !/^-\d/.test(last.text);
  if (isFlag && value !== undefined) {
    const flag = findFlag(command, flagName);
    const options = flag === null ? [] : values(flag.choices, flag.type, value, peers);
    return answer(start + flagName.length + 1, end, options, command, prefix, flag?.name ?? null);
  }
  if (isFlag) {
    return answer(start, end, flagOptions(command, line.used, last.text), command, prefix, null);
  }
  if (line.awaiting !== null) {
    const options = values(line.awaiting.choices, line.awaiting.type, last.text, peers);
    return answer(start, end, options, command, prefix, line.awaiting.name);
  }
  const argument = command.arguments[line.place] ?? continued(command.arguments);
  const fixed = argument === null ? [] : values(argument.choices, argument.type, last.text, peers);
  const offersFlags = argument === null && last.text === '' && !line.flagsEnded;
  const options = offersFlags ? flagOptions(command, line.used, '') : fixed;
  return answer(start, end, options, command, prefix, argument === null ? null : argument.name);
}

function answer(start, end, options, command, prefix, current) {
  return { start, end, options: options.slice(0, most), hint: usageHint(command, prefix, current) };
}

function usageHint(command, prefix, current) {
  return { usage: prefix + command.usage, current, description: command.description };
}

/** A repeated argument, or one that may be the rest of the line, takes what comes behind it too. */
function continued(args) {
  const last = args[args.length - 1];
  return last !== undefined && (last.repeated || last.type === 'text') ? last : null;
}

function take(line, token, command) {
  if (line.awaiting !== null) {
    line.awaiting = null;
  } else if (!line.flagsEnded && token.quote === '' && token.text === '--') {
    line.flagsEnded = true;
  } else if (!line.flagsEnded && token.quote === '' && /^-[^\d]/.test(token.text)) {
    const [name, value] = token.text.split(/=(.*)/s);
    const flag = findFlag(command, name);
    if (flag !== null) {
      line.used.add(flag.name);
      line.awaiting = flag.type !== '' && value === undefined ? flag : null;
    }
  } else {
    line.place++;
  }
}

function findFlag(command, name) {
  return command.flags.find((flag) => flag.name === name || (flag.shorthand !== '' && flag.shorthand === name)) ?? null;
}

function flagOptions(command, used, begun) {
  return command.flags
    .filter((flag) => !used.has(flag.name) && (flag.name.startsWith(begun) || flag.shorthand === begun))
    .map((flag) => ({
      label: flag.name,
      detail: [flag.shorthand, flag.choices.length > 0 ? flag.choices.join(' | ') : flag.type].filter(Boolean).join('  '),
      insert: `${flag.name} `,
    }));
}

function values(choices, type, begun, peers) {
  if (type === 'user') {
    return users(begun, peers);
  }
  const present = [...new Set(peers.map((peer) => peer.name))].sort();
  const names = type === 'peer' ? present : type === 'boolean' ? ['on', 'off'] : choices;
  return names
    .filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()))
    .map((name) => ({ label: name, detail: '', insert: `${quoted(name)} ` }));
}

/** Found by name too, but the bot takes only the id: anybody can take any name. */
function users(begun, peers) {
  const byId = new Map(peers.filter((peer) => peer.userId).map((peer) => [peer.userId, peer.name]));
  return [...byId]
    .filter((user) => user.some((text) => text.toLowerCase().startsWith(begun.toLowerCase())))
    .map(([userId, name]) => ({ label: userId, detail: name, insert: `${quoted(userId)} ` }));
}

/** As the bot reads it as one word. */
function quoted(name) {
  const plain = !/\s/.test(name) && !quotes.has(name[0]) && !name.includes('\\') && !name.startsWith('-');
  return plain ? name : `"${name.replace(/[\\"]/g, '\\$&')}"`;
}

/** The words of a line; the last one, which may be empty, is the one still being typed. */
function tokenize(line) {
  const tokens = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(line[at] ?? '')) {
      at++;
    }
    const token = { start: at, text: '', quote: quotes.has(line[at]) ? line[at] : '' };
    const closing = quotes.get(token.quote);
    at += token.quote.length;
    let closed = false;
    while (at < line.length && !closed) {
      if (line[at] === '\\' && escapable.test(line[at + 1] ?? '')) {
        token.text += line[at + 1];
        at += 2;
      } else if (closing === undefined ? /\s/.test(line[at]) : line[at] === closing) {
        closed = true;
        at += closing === undefined ? 0 : 1;
      } else {
        token.text += line[at++];
      }
    }
    tokens.push(token);
    if (!closed) {
      return tokens;
    }
  }
}
