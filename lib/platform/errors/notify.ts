import type { CatalogEntry } from './entry'

/** What keeps a message from the people whom Certboard reminds. */
export const notifyErrors = {
  reminders_go_nowhere: {
    status: 422,
    title: 'There is nobody to remind this way',
    cause: 'No address is saved for it.',
    remedy: 'Enter an e-mail address or a webhook under Reminders and save it, then try again.',
  },
  email_not_set_up: {
    status: 422,
    owner: 'operator',
    title: 'This Certboard sends no e-mail',
    cause: 'No mail server was given to it.',
    remedy: 'Set SMTP_URL and SMTP_FROM and start Certboard again, or use a webhook.',
  },
  email_failed: {
    status: 502,
    owner: 'operator',
    title: 'The e-mail could not be sent',
    cause: 'The mail server was not reached, refused to let Certboard in, or refused every address.',
    remedy:
      'Read what the mail server said below. Correct the addresses, or have the person who runs this Certboard check SMTP_URL and SMTP_FROM.',
  },
  webhook_refused: {
    status: 422,
    field: 'webhookUrl',
    title: 'Certboard does not call this webhook',
    cause:
      'A webhook has to be an https address without user and password, and its host has to be at a public address.',
    remedy:
      'Enter an address that the internet can reach. If it is inside your network on purpose, the person who runs this Certboard can allow it with WEBHOOK_HOSTS=any.',
  },
  webhook_failed: {
    status: 502,
    title: 'The webhook did not take the message',
    cause: 'It was not reached, did not answer within five seconds, or answered with something else than success.',
    remedy: 'Check the address, and what is written about the request where it arrives. Redirects are not followed.',
  },
} as const satisfies Record<string, CatalogEntry>
