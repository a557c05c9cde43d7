// What the page asks the bot over HTTP.

/** Follows the bot's status: `status(state)` at once and at every change, `reachable(bool)` as the bot comes and goes. */
export function followStatus({ status, reachable }) {
  const stream = new EventSource('/api/status/stream');
  stream.addEventListener('status', (event) => {
    reachable(true);
    status(JSON.parse(event.data));
  });
  stream.addEventListener('error', () => {
    reachable(false);
    // The browser retries a broken stream by itself, but not one that was refused.
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(() => followStatus({ status, reachable }), 3000);
    }
  });
}

/** The gateway to go to, as a full address, the token to show there, and the user id that it is for. */
export async function ticket(room, secret) {
  let response;
  try {
    response = await fetch('/api/ticket', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ room, secret }),
    });
  } catch {
    throw new Error('The bot does not answer. Is it still running?');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.error ?? `The bot refused: HTTP ${response.status}`);
  }
  return {
    gateway: answer.gateway === 'local' ? `${location.origin}/` : answer.gateway,
    token: answer.token,
    userId: answer.userId,
  };
}

/** The commands that the visitor with this secret may use in the room, or null when they cannot be had. */
export async function commandsFor(room, secret) {
  try {
    const response = await fetch(`/api/commands?${new URLSearchParams({ room })}`, {
      headers: { Authorization: `Bearer ${secret}` },
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null; // that the bot is gone is told elsewhere
  }
}
