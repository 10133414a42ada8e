import type { CatalogEntry } from './index'

/** Codes of our own: requests, sign-in, certificates, connections, storage. Written in snake_case. */
export const ownErrors = {
  request_invalid: {
    status: 400,
    title: 'Some of what was sent is not valid',
    cause: 'A field is missing, has the wrong form or is outside its range.',
    remedy: 'Correct the fields named in the message and send it again. Nothing was changed.',
  },
  request_body_unreadable: {
    status: 400,
    title: 'The request could not be read',
    cause: 'The body is not valid JSON, or it was cut off on the way.',
    remedy:
      'Reload the page and try again. If you call the API yourself, send JSON with the content type application/json.',
  },
  request_too_large: {
    status: 413,
    title: 'That is more than Certboard accepts',
    cause: 'The body of the request is larger than the limit for this route.',
    remedy: 'Send a smaller file. A certificate file is rarely larger than a few kilobytes; the limit is 256 KiB.',
  },
  origin_refused: {
    status: 403,
    title: 'This change came from another site',
    cause:
      'Certboard only accepts changes that its own pages send. The browser said that this one came from elsewhere.',
    remedy:
      'Open Certboard directly and try again. If you host it behind a proxy, set PUBLIC_URL to the address that people type.',
  },
  not_found: {
    status: 404,
    title: 'There is nothing here',
    cause: 'It was removed, it belongs to another workspace, or the address is mistyped.',
    remedy: 'Go back to the start page and pick it from the list.',
  },
  internal: {
    status: 500,
    title: 'Something broke on our side',
    cause: 'Certboard met a situation that it has no answer for. The log holds the details under the request ID.',
    remedy: 'Try again. If it happens again, give the request ID to the person who runs this Certboard.',
  },
  storage_unavailable: {
    status: 503,
    title: 'The database does not answer',
    cause: 'The database could not be reached or refused the query.',
    remedy: 'Try again in a moment. If you run Certboard yourself, check DATABASE_URL, the data folder and the log.',
  },
  sign_in_required: {
    status: 401,
    title: 'Please sign in',
    cause: 'There is no session, or it has ended.',
    remedy: 'Open the sign-in link that Certboard printed at its start, or make another with “npm run sign-in-link”.',
  },
  sign_in_link_invalid: {
    status: 401,
    title: 'This sign-in link does not work',
    cause: 'The link is incomplete, or it was made by another Certboard.',
    remedy: 'Copy the whole link, or make another with “npm run sign-in-link”.',
  },
  sign_in_link_used: {
    status: 401,
    title: 'This sign-in link was used before',
    cause: 'Each link signs in once, so that a copy of it is worth nothing.',
    remedy: 'Make another with “npm run sign-in-link”.',
  },
  sign_in_link_expired: {
    status: 401,
    title: 'This sign-in link is too old',
    cause: 'A link is valid for 15 minutes.',
    remedy: 'Make another with “npm run sign-in-link”.',
  },
  role_insufficient: {
    status: 403,
    title: 'Your role does not allow this',
    cause: 'Viewers read, editors change, owners manage the workspace.',
    remedy: 'Ask an owner of the workspace to do it or to give you the role.',
  },
} as const satisfies Record<string, CatalogEntry>
