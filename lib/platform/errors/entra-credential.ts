import type { CatalogEntry } from './entry'

/** Numbers of Entra ID about the certificate, its signature and the client assertion. */
export const entraCredentialErrors = {
  AADSTS700027: {
    status: 422,
    step: 2,
    title: 'Entra ID does not know this certificate',
    cause:
      'None of the public keys stored on the app registration has the thumbprint that we signed with: the certificate was not uploaded, went to another app, was removed, or another one is chosen here. An upload needs a minute or two to take effect.',
    remedy:
      'In the Entra admin center open the app, then Certificates & secrets > Certificates, and upload the public certificate with the thumbprint shown here. Or choose the certificate that is listed there.',
  },
  AADSTS700027_signature: {
    status: 422,
    step: 5,
    title: 'The signature does not fit the registered certificate',
    cause:
      'Entra ID found a certificate by its thumbprint, but another private key made the signature: key and certificate are not a pair, or the thumbprint is that of an intermediate certificate.',
    remedy: 'Import the certificate again together with its own private key. In a file with a chain the leaf counts.',
  },
  AADSTS700027_expired: {
    status: 422,
    step: 2,
    title: 'The registered certificate has expired',
    cause: 'Entra ID found the certificate on the app, but its validity is over.',
    remedy:
      'Make a new certificate, upload it beside the old one, choose it for the connection, test, and then delete the expired one from the app.',
  },
  AADSTS700027_thumbprint_unreadable: {
    status: 422,
    step: 5,
    title: 'Entra ID could not read the thumbprint that we sent',
    cause:
      'Its answer names no thumbprint, which it does when the header of the assertion is malformed, for example a SHA-1 value where SHA-256 belongs.',
    remedy:
      'Import the certificate again. If the answer stays the same, report it with the trace ID: the fault is ours.',
  },
  AADSTS700024: {
    status: 422,
    step: 5,
    title: 'The clocks disagree',
    cause:
      'The signed request is valid for five minutes, and by the clock of Entra ID now is not within them. The clock of the server that runs Certboard is wrong, or the request took very long.',
    remedy: 'Have the clock of the server set by network time (NTP), then try again. The difference is shown below.',
  },
  AADSTS700023: {
    status: 422,
    step: 5,
    title: 'The assertion was addressed to another tenant or cloud',
    cause: 'The audience that we signed is not the token endpoint that received the request.',
    remedy:
      'Copy the “OAuth 2.0 token endpoint (v2)” from Endpoints on the app’s Overview page and paste it as Token URL.',
  },
  AADSTS700021: {
    status: 422,
    step: 5,
    title: 'Two different client IDs were sent',
    cause: 'The client ID of the request is not the one inside the signed assertion.',
    remedy: 'Save the Application (client) ID of the connection again, so that one value is used for both.',
  },
  AADSTS50048: {
    status: 422,
    step: 5,
    title: 'Issuer and subject of the assertion differ',
    cause: 'Both have to be the Application (client) ID.',
    remedy: 'Save the Application (client) ID of the connection again. The object ID does not do.',
  },
  AADSTS5002741: {
    status: 422,
    step: 5,
    title: 'The assertion has more than one audience',
    cause: 'Entra ID accepts exactly one.',
    remedy: 'Certboard sends one. If you see this, something between us and Entra ID changes requests.',
  },
  AADSTS5002730: {
    status: 422,
    step: 5,
    title: 'Entra ID cannot check this signature with this key',
    cause: 'The algorithm and the kind of key do not go together. Certboard has tried PS256 and RS256.',
    remedy: 'Make a new RSA certificate of at least 2048 bits, upload it and choose it for the connection.',
  },
  AADSTS5002738: {
    status: 422,
    step: 2,
    title: 'Entra ID does not support this signature algorithm',
    cause: 'Only RSA signatures are accepted, not those of elliptic-curve keys.',
    remedy: 'Make an RSA certificate of at least 2048 bits, upload it and choose it for the connection.',
  },
  AADSTS5000: {
    status: 422,
    step: 2,
    title: 'Entra ID failed on this certificate',
    cause:
      'The number is unspecific. It was seen for certificates with an elliptic-curve key, which the portal accepts.',
    remedy: 'Replace the certificate by one with an RSA key of at least 2048 bits.',
  },
  AADSTS50032: {
    status: 422,
    step: 2,
    title: 'The key of the certificate is too short',
    cause: 'Entra ID demands RSA keys of at least 2048 bits.',
    remedy: 'Make a certificate of 2048 bits or more, upload it and choose it for the connection.',
  },
  AADSTS50027: {
    status: 422,
    step: 5,
    title: 'The assertion cannot be used',
    cause: 'Its header lacks the thumbprint of a certificate, or the token is malformed.',
    remedy:
      'Import the certificate again. If the answer stays the same, report it with the trace ID: the fault is ours.',
  },
  AADSTS50012: {
    status: 422,
    step: 2,
    title: 'The certificate was not accepted',
    cause: 'An older number for what is AADSTS700027 today: the key was not found, or its signature does not fit.',
    remedy: 'Compare the thumbprint shown here with those on the app, and upload the certificate that is missing.',
  },
  AADSTS50013: {
    status: 422,
    step: 6,
    title: 'An assertion of another kind was rejected',
    cause: 'The number belongs to sign-ins on behalf of a user. A certificate connection should never meet it.',
    remedy: 'Test again. If the answer stays the same, report it with the trace ID.',
  },
  AADSTS1000502: {
    status: 422,
    step: 2,
    title: 'The certificate is not valid now',
    cause: 'Today is before its first or after its last day.',
    remedy: 'Make and upload a new certificate. A start in the future comes from a wrong clock where it was made.',
  },
  AADSTS7000214: {
    status: 422,
    step: 2,
    title: 'The certificate is revoked',
    cause: 'Microsoft’s own libraries read this number as a revoked certificate.',
    remedy: 'Make a new certificate, upload it and choose it for the connection.',
  },
  AADSTS7000277: {
    status: 422,
    step: 2,
    title: 'The certificate is revoked',
    cause: 'A second number that Microsoft’s own libraries read as a revoked certificate.',
    remedy: 'Make a new certificate, upload it and choose it for the connection.',
  },
  AADSTS7000274: {
    status: 422,
    step: 5,
    title: 'The certificate or its signature was rejected',
    cause: 'Key and certificate are not a pair, or the certificate is outside its dates.',
    remedy: 'Import certificate and key again, and check the dates.',
  },
  AADSTS700030: {
    status: 422,
    step: 5,
    title: 'The name in the certificate is not authorised',
    cause: 'The app trusts certificates by subject and issuer, and this one’s name is not on its list.',
    remedy: 'Upload the certificate itself to the app, or add its name to the trusted subjects.',
  },
  AADSTS70002: {
    status: 422,
    step: 5,
    title: 'The credential was not accepted',
    cause: 'An older umbrella number. Entra ID gave no second number that says why.',
    remedy: 'Read the answer below. Check certificate, Client ID and Token URL in this order.',
  },
  AADSTS7000218: {
    status: 422,
    step: 5,
    title: 'No credential arrived at Entra ID',
    cause: 'The signed assertion was lost on the way: a proxy strips or rewrites the body of requests.',
    remedy: 'Ask who runs the proxy between Certboard and login.microsoftonline.com to let requests pass unchanged.',
  },
  AADSTS7000216: {
    status: 422,
    step: 5,
    title: 'No credential arrived at Entra ID',
    cause: 'The signed assertion was lost on the way: a proxy strips or rewrites the body of requests.',
    remedy: 'Ask who runs the proxy between Certboard and login.microsoftonline.com to let requests pass unchanged.',
  },
  AADSTS7000215: {
    status: 422,
    step: 5,
    title: 'Entra ID speaks of a wrong client secret',
    cause: 'A certificate connection sends none, so something between us and Entra ID changes requests.',
    remedy: 'Test again, and ask who runs the proxy between Certboard and login.microsoftonline.com.',
  },
  AADSTS7000222: {
    status: 422,
    step: 2,
    title: 'Entra ID speaks of expired client secrets',
    cause: 'A certificate connection uses none. The app has secrets, and they are past their end.',
    remedy: 'Upload the certificate to the app and delete the expired secrets.',
  },
} as const satisfies Record<string, CatalogEntry>
