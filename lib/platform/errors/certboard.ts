import type { CatalogEntry } from './entry'

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
  certboard_unreachable: {
    status: 503,
    owner: 'operator',
    title: 'Certboard does not answer',
    cause: 'The browser got no answer from Certboard, or something between the two answered in its place.',
    remedy: 'Check your network and try again. If others see this too, ask the person who runs this Certboard.',
  },
  internal: {
    status: 500,
    owner: 'operator',
    title: 'Something broke on our side',
    cause: 'Certboard met a situation that it has no answer for. The log holds the details under the request ID.',
    remedy: 'Try again. If it happens again, give the request ID to the person who runs this Certboard.',
  },
  storage_unavailable: {
    status: 503,
    owner: 'operator',
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
  hand_off_invalid: {
    status: 404,
    title: 'This link does not work',
    cause: 'It is incomplete, or it was made by another Certboard.',
    remedy: 'Copy the whole link, or ask the person who sent it for another one.',
  },
  hand_off_expired: {
    status: 410,
    title: 'This link is too old',
    cause: 'Links for helpers end on the day that their sender chose.',
    remedy: 'Ask the person who sent it for another one.',
  },
  hand_off_revoked: {
    status: 410,
    title: 'This link was taken back',
    cause: 'The person who sent it does not need it any more.',
    remedy: 'Nothing is left to do here. If you think that this is a mistake, ask the person who sent it.',
  },
  setup_drafts_full: {
    status: 422,
    title: 'There is no room for another setup',
    cause: 'Setups are kept in the encrypted cookies of this browser, which have room for about four.',
    remedy: 'Finish one of those that are under way, or remove one that you do not need any more.',
  },
  setting_missing: {
    status: 422,
    title: 'Something is still missing',
    cause: 'This cannot be tried before the values named below are there.',
    remedy: 'Fill in what is named, then try again.',
    step: 5,
  },
  setting_refused: {
    status: 422,
    title: 'A setting cannot be used',
    cause:
      'Its value has the wrong form or is outside its range. It may have been saved by another version of Certboard.',
    remedy: 'Correct the field that is named, and save the connection again.',
    step: 5,
  },
  token_url_refused: {
    status: 422,
    field: 'tokenUrl',
    title: 'The Token URL cannot be used',
    cause: 'It has to be the v2 token endpoint of one tenant on a login host of Microsoft.',
    remedy:
      'Copy the “OAuth 2.0 token endpoint (v2)” from Endpoints on the app’s Overview page, or enter the tenant ID.',
    step: 5,
  },
  client_id_refused: {
    status: 422,
    field: 'clientId',
    title: 'The Client ID cannot be used',
    cause: 'An Application (client) ID is a GUID.',
    remedy: 'Copy the Application (client) ID from the app’s Overview page.',
    step: 5,
  },
  scope_refused: {
    status: 422,
    field: 'scope',
    title: 'The scope cannot be used',
    cause:
      'An app that signs in as itself asks for everything it was given on one resource, Azure DevOps, by /.default.',
    remedy:
      'Use https://app.vssps.visualstudio.com/.default, or 499b84ac-1321-427f-aa17-267ca6975798/.default, which Microsoft advises.',
    step: 5,
  },
  organization_refused: {
    status: 422,
    field: 'organization',
    title: 'The organization cannot be used',
    cause: 'What was entered is neither the name of an organization nor its address.',
    remedy: 'Copy the name from the address of Azure DevOps: https://dev.azure.com/name.',
    step: 5,
  },
  client_id_is_object_id: {
    status: 422,
    field: 'clientId',
    title: 'The Client ID is an Object ID',
    cause: 'The Overview page of an app shows both. Only the Application (client) ID signs in.',
    remedy: 'Copy the Application (client) ID from the app’s Overview page.',
    step: 1,
  },
  object_id_mixed_up: {
    status: 422,
    owner: 'collection administrator',
    title: 'Another ID was added to the organization',
    cause:
      'An app has three IDs: the Application (client) ID, the Object ID of its registration and the Object ID of its enterprise application. Azure DevOps knows it by the last one only.',
    remedy:
      'In Entra ID open Enterprise applications, find the app, and copy the Object ID there. Add that one under Organization settings > Users, or search the app by its name.',
    step: 4,
  },
  access_level_stakeholder: {
    status: 422,
    owner: 'collection administrator',
    title: 'The app is only a stakeholder',
    cause:
      'The access level Stakeholder covers work items and little else: no repositories and no Analytics, so dashboards stay empty.',
    remedy: 'In Organization settings > Users change the access level of the app to Basic.',
    step: 4,
  },
  retry_policy_ignores_throttling: {
    status: 422,
    field: 'retryStatusCodeList',
    title: 'The retry policy does not cover throttling',
    cause: 'Azure DevOps answers 429 when an app asks too much, and this connection would then give up at once.',
    remedy: 'Add 429 to RetryStatusCodeList (429,502,503,504 is a good list), with a RetryMode other than None.',
    step: 5,
  },
  rate_budget_low: {
    status: 422,
    owner: 'microsoft',
    title: 'Little is left of what Azure DevOps allows',
    cause:
      'Azure DevOps counts what an app asks for in five minutes, and slows it down when that is used up. Whatever else uses this app counts as well.',
    remedy: 'Wait until the time shown. If it happens often, give each tool an app of its own.',
  },
  work_item_types_none: {
    status: 422,
    step: 4,
    field: 'defaultProject',
    owner: 'collection administrator',
    title: 'The project has no type of work item that could be written',
    cause: 'Every type of its process is disabled, or the app does not see them.',
    remedy: 'Choose another default project, or have a type enabled in the process of this one.',
  },
  certificate_expires_soon: {
    status: 422,
    field: 'certificateId',
    title: 'The certificate ends soon',
    cause: 'Less than 30 days are left. On its last day the connection stops working.',
    remedy:
      'Rotate: the page of the connection leads from the old certificate to a new one without a break, under Rotation.',
    step: 2,
  },
  rotation_previous_used: {
    status: 422,
    owner: 'entra administrator',
    field: 'certificateId',
    title: 'The previous certificate had to help out',
    cause:
      'Entra ID does not know the new certificate, or not everywhere yet. The previous one signs in its place until the grace period ends.',
    remedy:
      'Test again in a few minutes. If it stays, upload the public certificate with the thumbprint shown here to the app registration, or switch back on the page of the connection.',
    step: 2,
  },
  rotation_out_of_step: {
    status: 409,
    title: 'This step of the rotation cannot be taken now',
    cause: 'The connection is at another step: somebody else was faster, or the page is old.',
    remedy: 'Reload the page of the connection; it shows the step that is next.',
  },
  rotation_certificate_is_current: {
    status: 422,
    field: 'certificateId',
    title: 'The connection signs with this certificate already',
    cause: 'The next certificate has to be another one than the current one.',
    remedy: 'Generate or import a certificate, and choose that one.',
  },
  clock_skewed: {
    status: 422,
    owner: 'operator',
    title: 'The server clock is off',
    cause: 'Signed requests carry the time. When the clock is some minutes off, Entra ID refuses them.',
    remedy: 'Set the clock of the machine that runs Certboard by NTP.',
    step: 5,
  },
  projects_none_visible: {
    status: 422,
    owner: 'collection administrator',
    title: 'The app sees no project',
    cause: 'It is a member of the organization, but of none of its projects.',
    remedy: 'In Azure DevOps add the app to a project: Project settings > Permissions > Readers or Contributors > Add.',
    step: 4,
  },
  default_project_not_visible: {
    status: 422,
    field: 'defaultProject',
    title: 'The default project is not visible to the app',
    cause: 'The name is mistyped, the project was renamed, or the app is not a member of it.',
    remedy: 'Pick the project from the list in the connection’s settings, or add the app to that project.',
    step: 4,
  },
  sandbox_certificate_refused: {
    status: 422,
    title: 'The practice portal does not take this file',
    cause:
      'Like the real portal it takes a public certificate (.cer, .pem or .crt) and nothing that holds a private key.',
    remedy: 'Download the public file under Certificates and upload that one.',
    step: 2,
  },
  sandbox_refused: {
    status: 422,
    title: 'The practice portal refuses this',
    cause: 'The real portals would refuse it too, or the practice app is needed as it is.',
    remedy: 'Read what it says, change what it names, and try again.',
  },
  vault_unsealable: {
    status: 500,
    owner: 'operator',
    title: 'A sealed value cannot be opened',
    cause: 'It was sealed with a key that this Certboard does not have, or it was changed in the database.',
    remedy: 'Restore VAULT_KEYS or the secrets file of the data folder, with every key that was ever in use.',
  },
} as const satisfies Record<string, CatalogEntry>
