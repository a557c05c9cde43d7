import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatMessage, chatText, encode, peerName } from '../src/messages.js';
import { clock } from '../src/page.js';

const bytes = (text) => new TextEncoder().encode(text);

test('a chat message is read in both of its forms', () => {
  assert.equal(chatText(bytes('{"kind":"message","payload":"hi"}')), 'hi');
  assert.equal(chatText(bytes('{"kind":"message","payload":{"text":"hi"}}')), 'hi');
});

test('what is not a chat message is passed over', () => {
  const others = ['', 'hi', 'null', '[]', '7', '{"kind":"poke"}', '{"kind":"message"}', '{"kind":"message","payload":7}'];
  const more = ['{"kind":"message","payload":" "}', '{"kind":"message","payload":{"text":[]}}', '[['.repeat(5000)];
  [...others, ...more].forEach((text) => assert.equal(chatText(bytes(text)), null, text));
  assert.equal(chatText(new Uint8Array([0xff, 0xfe, 0x00])), null);
});

test('a very long message is cut', () => {
  assert.equal(chatText(chatMessage('x'.repeat(1_000_000))).length, 4000);
});

test('what is written is what is read', () => {
  assert.equal(new TextDecoder().decode(chatMessage('!play "é"')), '{"kind":"message","payload":"!play \\"é\\""}');
});

test('a peer is called by its name, else by its user id, else by its number', () => {
  assert.equal(peerName({ id: 3, userId: 'u', data: encode({ name: ' Anna ' }) }), 'Anna');
  assert.equal(peerName({ id: 3, userId: 'u', data: encode({ name: 7 }) }), 'u');
  assert.equal(peerName({ id: 3, userId: 'u', data: new Uint8Array() }), 'u');
  assert.equal(peerName({ id: 3, userId: '', data: bytes('not json') }), 'Peer 3');
});

test('times are minutes and seconds, with hours only when there are any', () => {
  assert.equal(clock(0), '0:00');
  assert.equal(clock(75_999), '1:15');
  assert.equal(clock(3_675_000), '1:01:15');
  assert.equal(clock(-5), '0:00');
});
