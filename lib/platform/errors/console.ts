import type { CatalogEntry } from './entry'

/** What the REST console does not send. */
export const consoleErrors = {
  console_address_invalid: {
    status: 422,
    title: 'This is no address of the REST API',
    cause: 'Something in it would mean another thing to the server than it says, or a part of it is missing.',
    remedy:
      'Enter a path such as Fabrikam/_apis/wit/fields, or a whole address from the documentation with its {braces} filled in.',
  },
  console_host_refused: {
    status: 422,
    title: 'The console asks only hosts of Azure DevOps',
    cause: 'Every request carries the token of the connection, so it goes nowhere else.',
    remedy: 'Use one of the hosts in the list, over https.',
  },
  console_other_organization: {
    status: 422,
    title: 'The address belongs to another organization',
    cause: 'A connection reads one organization. Its token may open others, which is not what the connection is for.',
    remedy: 'Put the organization of this connection into the address, or use the connection of the other one.',
  },
  console_credentials_refused: {
    status: 422,
    title: 'The console does not ask for tokens',
    cause: 'The answer would be a credential of its own, which goes on working when the certificate is gone.',
    remedy: 'Sign in with the certificate wherever a token is needed; nothing else of this area can be asked here.',
  },
  console_writes_off: {
    status: 403,
    title: 'Writing is switched off',
    cause: 'The console of a connection only reads, except for 15 minutes after an owner has switched writing on.',
    remedy: 'Switch writing on above the request and send it again. Nothing was sent.',
  },
} as const satisfies Record<string, CatalogEntry>
