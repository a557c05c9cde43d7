// The SDK always dials wss. A page that came over plain http has no certificate to dial it with, so for the hosts named
// here, and for no other, wss becomes ws. Must be loaded before the SDK.

const plainHosts = new Set();
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Lets the SDK reach the host of this address without TLS, if the address itself is plain http. */
export function allowPlain(address) {
  const { protocol, host, hostname, port } = new URL(address);
  if (protocol !== 'http:') {
    return;
  }
  plainHosts.add(host);
  if (loopback.includes(hostname)) {
    // The server may call itself by another of this machine's names.
    loopback.forEach((name) => plainHosts.add(port ? `${name}:${port}` : name));
  }
}

function plain(address) {
  const url = new URL(address, location.href);
  // Port 443 is left out of a wss address; a plain host then listens on 80.
  if (url.protocol === 'wss:' && plainHosts.has(url.host)) {
    url.protocol = 'ws:';
  }
  return url.href;
}

if (location.protocol === 'http:') {
  allowPlain(location.origin);
  window.WebSocket = class extends WebSocket {
    constructor(address, protocols) {
      super(plain(address), protocols);
    }
  };
}
