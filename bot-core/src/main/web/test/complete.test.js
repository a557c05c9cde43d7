import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { complete, given } from '../src/complete.js';

const argument = (name, type = 'text', more = {}) => ({ name, type, required: true, repeated: false, rest: false, choices: [], ...more });
const flag = (name, shorthand = '', type = '', choices = []) => ({ name, shorthand, type, choices });
const command = (name, usage, args = [], flags = [], aliases = []) => ({
  name,
  aliases,
  usage,
  description: `About ${name}.`,
  plugin: 'test',
  arguments: args,
  flags,
});
const commands = {
  prefix: '!',
  commands: [
    command('play', 'play <query>', [argument('query', 'text', { rest: true })], [flag('--next', '-n'), flag('--limit', '-l', 'number')], ['p']),
    command('pause', 'pause'),
    command('loop', 'loop <mode> [times]', [argument('mode', 'choice', { choices: ['off', 'one', 'all'] }), argument('times', 'number')]),
    command('kick', 'kick <peer>', [argument('peer', 'peer')], [flag('--how', '', 'choice', ['softly', 'hard'])]),
    command('ban', 'ban <user>', [argument('user', 'user')]),
    command('poll', 'poll <answers...>', [argument('answers', 'choice', { repeated: true, choices: ['yes', 'no'] })]),
    command('quiet', 'quiet <on>', [argument('on', 'boolean')]),
    command('playlist', 'playlist [name]', [argument('name')]),
    command('playlist save', 'playlist save <name>', [argument('name')]),
    command('playlist load', 'playlist load <name>', [argument('name')]),
  ],
};
const peers = ['Anna', 'anton', 'Bert "B" \\ Müller', '-x', 'Bert'].map((name, at) => ({ name, userId: `u-${at}` }));

const at = (text, caret = text.length) => complete(text, caret, commands, peers);
const labels = (text, caret) => at(text, caret)?.options.map((option) => option.label) ?? null;
const current = (text) => at(text)?.hint?.current;
/** The line after taking the first option. */
function taken(text, caret = text.length) {
  const { start, end, options } = at(text, caret);
  return text.slice(0, start) + options[0].insert + text.slice(end);
}

test('a line without the prefix is talk', () => {
  ['', 'play', 'hello !play', '! play', '!! play', '?play'].forEach((line) => assert.equal(labels(line), null, line));
  assert.equal(labels('!play', 0), null);
});

test('names and aliases are completed by their beginning, whatever their case', () => {
  assert.deepEqual(labels('!pl'), ['!play', '!playlist', '!playlist load', '!playlist save']);
  assert.deepEqual(labels('  !PA'), ['!pause']);
  assert.equal(labels('!').length, commands.commands.length);
  assert.equal(labels('!nothing'), null);
  assert.equal(taken('!lo'), '!loop ');
  assert.equal(taken('!pau'), '!pause');
  assert.equal(taken('!puse', 2), '!pause');
  assert.equal(at('!pl').hint, null);
});

test('a prefix of several letters counts in any case', () => {
  const spoken = { ...commands, prefix: 'Bot,' };
  assert.deepEqual(complete('bot,pau', 7, spoken, [])?.options[0], {
    label: 'Bot,pause',
    detail: 'About pause.',
    insert: 'pause',
    words: false,
  });
});

test('subcommands come before the argument of the shorter command', () => {
  assert.deepEqual(labels('!playlist '), ['!playlist load', '!playlist save']);
  assert.deepEqual(labels('!playlist  S'), ['!playlist save']);
  assert.equal(taken('!playlist  S'), '!playlist save ');
  assert.equal(current('!playlist party'), 'name');
  assert.equal(at('!playlist save ').hint.usage, '!playlist save <name>');
});

test('fixed choices are completed, also of a repeated argument', () => {
  assert.deepEqual(labels('!loop '), ['off', 'one', 'all']);
  assert.deepEqual(labels('!LOOP O'), ['off', 'one']);
  assert.equal(taken('!loop a'), '!loop all ');
  assert.equal(taken('!loop on 5', 8), '!loop one  5');
  assert.deepEqual(labels('!poll yes no n'), ['no']);
  assert.deepEqual(labels('!quiet o'), ['on', 'off']);
});

test('peers are completed by name, quoted where the bot needs it', () => {
  assert.deepEqual(labels('!kick an'), ['Anna', 'anton']);
  assert.equal(taken('!kick Bert '), '!kick Bert --how ');
  assert.equal(taken('!kick "bert \\"'), '!kick "Bert \\"B\\" \\\\ Müller" ');
  assert.equal(taken('!kick „bert \\"'), '!kick "Bert \\"B\\" \\\\ Müller" ');
  assert.deepEqual(labels('!test:kick anna'), ['Anna']);
});

test('users are found by name and id, and the id is what is taken', () => {
  assert.deepEqual(labels('!ban an'), ['u-0', 'u-1']);
  assert.deepEqual(labels('!ban u-4'), ['u-4']);
  assert.equal(taken('!ban Anna'), '!ban u-0 ');
});

test('flags are completed until they are used or ended', () => {
  assert.deepEqual(labels('!play -'), ['--next', '--limit']);
  assert.deepEqual(labels('!play --next --'), ['--limit']);
  assert.deepEqual(labels('!play -n -'), ['--limit']);
  assert.equal(taken('!play -l'), '!play --limit ');
  assert.deepEqual(labels('!play -- -'), []);
  assert.deepEqual(labels('!kick --how '), ['softly', 'hard']);
  assert.equal(taken('!kick --how=h'), '!kick --how=hard ');
  assert.deepEqual(labels('!kick --how hard an'), ['Anna', 'anton']);
  assert.deepEqual(labels('!kick --nonsense=h'), []);
});

test('flags are read as the bot reads them', () => {
  const play = command('play', '', [argument('query', 'text', { rest: true })], [flag('--shuffle', '-s'), flag('--verbose', '-v'), flag('--limit', '-l', 'number')]);
  const add = command(
    'add',
    '',
    [argument('name'), argument('tags', 'text', { repeated: true })],
    [flag('--mode', '-m', 'choice'), flag('--by', '-b', 'text'), flag('--all', '-a')],
  );
  const say = command('say', '', [argument('word'), argument('words', 'text', { repeated: true })]);
  const file = new URL('../../../test/resources/dev/odinbot/command/argument/readings.txt', import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  assert.ok(lines.length > 20);
  for (const line of lines) {
    const [name, typed, args, flags] = line.split('|').map((part) => part.trim());
    const read = given(typed, { play, add, say }[name]);
    assert.equal(read.arguments.join(' '), args, line);
    assert.equal(read.flags.sort().join(' '), flags, line);
  }
});

test('dashes are text where no flag of the command stands', () => {
  assert.equal(current('!loop -'), 'mode');
  assert.equal(current('!loop one --x'), 'times');
  assert.equal(current('!loop --one 3'), 'times');
  assert.equal(current('!play artist -- -'), null);
  assert.equal(current('!play artist -- t'), 'query');
  assert.equal(current('!play --x'), 'query');
  assert.deepEqual(labels('!play --LI'), ['--limit']);
  assert.deepEqual(labels('!play -N -'), ['--next', '--limit']);
  assert.equal(current('!play -nl '), '--limit');
});

test('what a plugin suggests is completed, and a text is not quoted', () => {
  const own = { prefix: '!', commands: [
    command('throw', 'throw <dice>', [argument('dice', 'Dice', { choices: ['d6', 'two dice'] })], [flag('--second', '', 'Dice', ['d6'])]),
    command('hug', 'hug <peer>', [argument('peer', 'peer', { rest: true })]),
  ] };
  const first = (text) => complete(text, text.length, own, peers).options[0].insert;
  assert.equal(first('!throw d'), 'd6 ');
  assert.equal(first('!throw t'), '"two dice" ');
  assert.equal(first('!throw --second '), 'd6 ');
  assert.equal(first('!hug bert "'), 'Bert "B" \\ Müller ');
  assert.equal(complete('!hug bert "', 11, own, peers).start, 5);
});

test('the hint names the argument that is being typed', () => {
  assert.equal(current('!play '), 'query');
  assert.equal(current('!play the rest of the line'), 'query');
  assert.equal(current('!play --limit '), '--limit');
  assert.equal(current('!play --limit 5 x'), 'query');
  assert.equal(current('!loop one 3'), 'times');
  assert.equal(current('!loop one -3'), 'times');
  assert.equal(current('!loop one 3 x'), null);
  assert.deepEqual(at('!pause ').hint, { usage: '!pause', current: null, description: 'About pause.' });
});

test('nothing that can be typed throws', () => {
  const parts = ['!', 'play', 'loop', ' ', '"', '„', '\\', '--', '-', '=', '--how', 'kick', '🎵', '(', '[', '\u0000', '5'];
  let seed = 1;
  const next = (bound) => (seed = (seed * 48271) % 2147483647) % bound;
  for (let i = 0; i < 5000; i++) {
    const line = `!${Array.from({ length: next(9) }, () => parts[next(parts.length)]).join('')}`;
    const found = at(line, next(line.length + 1));
    assert.ok(found === null || (found.start >= 1 && found.end >= found.start && found.end <= line.length), line);
  }
});
