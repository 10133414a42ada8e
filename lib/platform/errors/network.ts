import type { CatalogEntry } from './entry'

/** What goes wrong before Microsoft has said anything, told apart because each is mended in another way. */
export const networkErrors = {
  network_name_unknown: {
    status: 502,
    owner: 'operator',
    title: 'The name of Microsoft’s server is not known',
    cause: 'The name server that this machine asks says that there is no such name.',
    remedy:
      'Check the name resolution of this server: the name servers in its settings, and whether they may resolve names of the internet. Behind a proxy set HTTPS_PROXY; the proxy then resolves names.',
  },
  network_name_server_silent: {
    status: 502,
    owner: 'operator',
    title: 'The name server does not answer',
    cause: 'This machine asked for the address of Microsoft’s server and got no answer.',
    remedy:
      'Try again. If it stays, check that this server reaches its name server (port 53), and that a container has one.',
  },
  network_address_private: {
    status: 502,
    owner: 'operator',
    title: 'The name of Microsoft’s server leads to a private address',
    cause:
      'The name server of this machine answered with an address of a private network, where Certboard calls nobody: names and addresses are typed by people, and what is inside is not for them.',
    remedy:
      'Correct the name resolution of this server, or reach Microsoft through a proxy: set HTTPS_PROXY, and the proxy resolves names.',
  },
  network_refused: {
    status: 502,
    owner: 'operator',
    title: 'The connection is refused',
    cause: 'Something on the way to port 443 refuses connections: a firewall, or a proxy that was meant to be used.',
    remedy: 'Let this server reach the host below on port 443, or set HTTPS_PROXY to the proxy of your network.',
  },
  network_no_route: {
    status: 502,
    owner: 'operator',
    title: 'There is no way to the internet',
    cause: 'This machine has no route to the address of Microsoft’s server.',
    remedy:
      'Check the network of the server: its gateway, and whether it has IPv6 addresses without a way out over IPv6. Behind a proxy set HTTPS_PROXY.',
  },
  network_silent: {
    status: 504,
    owner: 'operator',
    title: 'Nobody answers at Microsoft’s address',
    cause: 'The connection was never accepted nor refused. Firewalls that drop packets look like this.',
    remedy: 'Let this server reach the host below on port 443, or set HTTPS_PROXY to the proxy of your network.',
  },
  network_connection_lost: {
    status: 502,
    owner: 'operator',
    title: 'The connection broke off',
    cause:
      'It was open and then ended before the answer was complete. Proxies that end idle connections do so, and faults.',
    remedy:
      'Try again. If it happens often, ask who runs the proxy or firewall between this server and the host below.',
  },
  network_answer_too_large: {
    status: 502,
    owner: 'operator',
    title: 'The answer is too large',
    cause: 'More than 64 MiB came, or more than 128 MiB when unpacked; Certboard stopped reading.',
    remedy:
      'Ask for less at once: fewer fields, a smaller $top, a single file. Where every answer is so large, ask who runs the proxy.',
  },
  network_answer_garbled: {
    status: 502,
    owner: 'operator',
    title: 'What came back is not HTTP',
    cause: 'The bytes of the answer make no sense: a proxy changed them, or something else listens there.',
    remedy: 'Ask who runs the proxy or firewall between this server and the host below.',
  },
  proxy_unreachable: {
    status: 502,
    owner: 'operator',
    title: 'The proxy cannot be reached',
    cause: 'HTTPS_PROXY names a proxy to which this machine gets no connection.',
    remedy: 'Correct HTTPS_PROXY and start Certboard again, or have the proxy started.',
  },
  proxy_sign_in_required: {
    status: 502,
    owner: 'operator',
    title: 'The proxy wants to know who asks',
    cause: 'It answered 407: it lets only those through who sign in.',
    remedy: 'Put user and password into HTTPS_PROXY (http://user:password@host:port) and start Certboard again.',
  },
  proxy_refused: {
    status: 502,
    owner: 'operator',
    title: 'The proxy does not let us through',
    cause: 'It refused the way to the host below.',
    remedy: 'Have the host below allowed at the proxy, for connections (CONNECT) to port 443.',
  },
  tls_not_trusted: {
    status: 502,
    owner: 'operator',
    title: 'The connection to Microsoft is not trustworthy',
    cause:
      'The other side showed a TLS certificate whose issuer this server does not trust. Usually a proxy inspects the traffic and signs with an authority of its own.',
    remedy:
      'Put the certificate of the proxy’s authority into a PEM file, set NODE_EXTRA_CA_CERTS to it, and start Certboard again. Never switch the check off.',
  },
  tls_expired: {
    status: 502,
    owner: 'operator',
    title: 'The TLS certificate of the other side has expired',
    cause: 'Microsoft’s certificates are renewed in time, so this is a proxy’s, or the clock of this server is ahead.',
    remedy: 'Compare the dates below with the clock of this server; then ask who runs the proxy.',
  },
  tls_not_yet_valid: {
    status: 502,
    owner: 'operator',
    title: 'The TLS certificate of the other side is not valid yet',
    cause: 'The clock of this server is behind: the certificate begins in its future.',
    remedy: 'Set the clock of this server, and let it be kept by NTP.',
  },
  tls_name_differs: {
    status: 502,
    owner: 'operator',
    title: 'Another server answers in Microsoft’s place',
    cause:
      'Its TLS certificate is for another name: a captive portal, a proxy, or a name that leads to the wrong address.',
    remedy: 'Check the name resolution of this server, its hosts file, and the proxy.',
  },
  tls_revoked: {
    status: 502,
    owner: 'operator',
    title: 'The TLS certificate of the other side is revoked',
    cause: 'Its issuer has taken it back, so nobody should rely on it.',
    remedy: 'Ask who runs the proxy between this server and the host below.',
  },
  tls_failed: {
    status: 502,
    owner: 'operator',
    title: 'The two sides found no common encryption',
    cause: 'Microsoft’s services want TLS 1.2 or newer. What answered speaks something older, or no TLS at all.',
    remedy:
      'Ask who runs the proxy or firewall between this server and the host below. It must let TLS 1.2 and 1.3 pass.',
  },
} as const satisfies Record<string, CatalogEntry>
