import { readCertificateFile } from '#lib/sandbox/control/certificate-file'
import { trustedKeyOf } from '#lib/sandbox/control/registered-certificate'
import { type FaultGroup, faultCase, type Place } from './fault-case'
import { inDays, type KeyPairs, validFor } from './key-pairs'
import { entraRefuses, entraSays, formChanged, resigned } from './on-the-way'

const removeOurs = ({ sandbox, ours }: Place) => sandbox.control.removeCertificate(ours.signer.thumbprintSha256)

/** Registers a certificate on terms of its own, as Microsoft Graph allows. */
const registerOurs = (terms: { notBefore?: string; notAfter?: string }) => ({
  before: ({ sandbox, ours }: Place) => {
    const key = trustedKeyOf(readCertificateFile(ours.certificatePem), terms)
    sandbox.control.setKeys([key], sandbox.info.clientId)
  },
})

/** Another certificate is registered and named in the header, while ours signs. */
const signedUnder = (name: keyof KeyPairs) => ({
  before: (place: Place) => place.sandbox.control.uploadCertificate(place[name].certificatePem),
  certificate: (place: Place) => {
    const { thumbprintSha1, thumbprintSha256 } = place[name].signer
    return { thumbprintSha1, thumbprintSha256 }
  },
})

const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

const upload = 'Upload this certificate to this app.'
const pair = 'Import the certificate together with its own key.'
const renew = 'Make a new certificate and upload it.'
const clock = 'Set the clock of the server by NTP.'
const requestChanged = 'Find what changes the request on its way, or report a fault of Certboard.'

const admin = 'entra administrator'
const field = 'certificateId'

export const credentialCases: FaultGroup = {
  title: 'Certificate and signature',
  cases: [
    faultCase('The certificate was not uploaded to the app', upload, ['token', 'AADSTS700027', 2, admin, field], {
      before: removeOurs,
    }),
    faultCase('The certificate was uploaded to another app', upload, ['token', 'AADSTS700027', 2, admin, field], {
      before(place) {
        removeOurs(place)
        const { control } = place.sandbox
        control.uploadCertificate(place.ours.certificatePem, control.registerApp('Another app').clientId)
      },
    }),
    faultCase(
      'Another certificate is on the app than the one chosen',
      upload,
      ['token', 'AADSTS700027', 2, admin, field],
      {
        before(place) {
          removeOurs(place)
          place.sandbox.control.uploadCertificate(place.stranger.certificatePem)
        },
      },
    ),
    faultCase(
      'A certificate that is not on the app, in the words of before 2025',
      upload,
      ['token', 'AADSTS700027', 2, admin, field],
      {
        before: removeOurs,
        entra: { unknownKeyText: 'until 2024' },
      },
    ),
    faultCase(
      'A certificate that is not on the app, under the number of old',
      upload,
      ['token', 'AADSTS50012', 2, admin, field],
      entraRefuses(50012),
    ),
    faultCase(
      'The thumbprint is that of another registered certificate, such as an intermediate',
      pair,
      ['token', 'AADSTS700027_signature', 5, 'you', field],
      signedUnder('stranger'),
    ),
    faultCase(
      'A thumbprint of another certificate, under the number of old',
      pair,
      ['token', 'AADSTS700027_signature', 5, 'you', field],
      entraSays(
        50012,
        [401, 'invalid_client'],
        `Client assertion contains an invalid signature. [Reason - The provided signature value did not match the expected signature value., Thumbprint of key used by client: 'AB']`,
      ),
    ),
    faultCase('Key and certificate are not a pair', pair, ['assertion', 'certificate_pair_mismatch', 2, 'you', field], {
      certificate: ({ stranger }) => ({ certificatePem: stranger.certificatePem }),
    }),
    faultCase('The certificate has expired', renew, ['certificate', 'certificate_expired', 2, 'you', field], {
      certificate: () => ({ certificate: validFor(-300, -1) }),
    }),
    faultCase(
      'The certificate ends within a month',
      renew,
      ['certificate', 'certificate_expires_soon', 2, 'you', field],
      {
        certificate: () => ({ certificate: validFor(-300, 9) }),
      },
    ),
    faultCase(
      'The certificate begins in the future',
      'Wait for its first day, or make another one.',
      ['certificate', 'certificate_not_yet_valid', 2, 'you', field],
      {
        certificate: () => ({ certificate: validFor(2, 300) }),
      },
    ),
    faultCase(
      'The app was given an earlier end for the certificate',
      renew,
      ['token', 'AADSTS700027_expired', 2, admin, field],
      registerOurs({ notAfter: inDays(-1).toISOString() }),
    ),
    faultCase(
      'The app was given a later beginning for the certificate',
      'Upload a certificate that is valid today.',
      ['token', 'AADSTS1000502', 2, admin, field],
      registerOurs({ notBefore: inDays(2).toISOString() }),
    ),
    faultCase(
      'A SHA-1 thumbprint stands where SHA-256 belongs',
      requestChanged,
      ['token', 'AADSTS700027_thumbprint_unreadable', 5, 'operator'],
      { certificate: ({ ours }) => ({ thumbprintSha256: ours.signer.thumbprintSha1 }) },
    ),
    faultCase(
      'No thumbprint is in the header',
      requestChanged,
      ['token', 'AADSTS50027', 5, 'operator'],
      resigned({ 'x5t#S256': undefined }),
    ),
    faultCase(
      'The assertion arrives as something else',
      requestChanged,
      ['token', 'AADSTS50027', 5, 'operator'],
      formChanged((form) => form.set('client_assertion', 'nonsense')),
    ),
    faultCase(
      'An elliptic-curve certificate under an RSA algorithm',
      'Use an RSA certificate.',
      ['token', 'AADSTS5002730', 2, 'you', field],
      signedUnder('elliptic'),
    ),
    faultCase(
      'A signature algorithm that Entra ID does not take',
      'Use an RSA certificate.',
      ['token', 'AADSTS5002738', 2, 'you', field],
      resigned({ alg: 'ES256' }),
    ),
    faultCase(
      'Entra ID fails on an elliptic-curve certificate',
      'Use an RSA certificate.',
      ['token', 'AADSTS5000', 2, 'you', field],
      entraRefuses(5000),
    ),
    faultCase(
      'A key of 1024 bits',
      'Use a key of 2048 bits or more.',
      ['token', 'AADSTS50032', 2, 'you', field],
      signedUnder('short'),
    ),
    faultCase('The certificate is revoked', renew, ['token', 'AADSTS7000214', 2, admin, field], entraRefuses(7000214)),
    faultCase(
      'The certificate is revoked, by the second number',
      renew,
      ['token', 'AADSTS7000277', 2, admin, field],
      entraRefuses(7000277),
    ),
    faultCase(
      'Certificate or signature rejected without a reason',
      'Import certificate and key again, and check the dates.',
      ['token', 'AADSTS7000274', 5, 'you', field],
      entraRefuses(7000274),
    ),
    faultCase(
      'The app trusts certificates by subject and issuer',
      'Register the certificate itself on the app.',
      ['token', 'AADSTS700030', 2, admin, field],
      entraRefuses(700030),
    ),
    faultCase('The clock of the server is ten minutes behind', clock, ['token', 'AADSTS700024', 5, 'operator'], {
      faults: [{ kind: 'clock skew', seconds: 600, route: 'login.microsoftonline.com/**' }],
    }),
    faultCase('The clock of the server is ten minutes ahead', clock, ['token', 'AADSTS700024', 5, 'operator'], {
      faults: [{ kind: 'clock skew', seconds: -600, route: 'login.microsoftonline.com/**' }],
    }),
    faultCase(
      'The clock of the server is an hour ahead, a time zone for instance',
      clock,
      ['token', 'AADSTS700024', 5, 'operator'],
      {
        faults: [{ kind: 'clock skew', seconds: -3600, route: 'login.microsoftonline.com/**' }],
      },
    ),
    faultCase('The clock of the server is two minutes off', clock, ['clock', 'clock_skewed', 5, 'operator'], {
      faults: [{ kind: 'clock skew', seconds: 120, route: 'login.microsoftonline.com/**' }],
    }),
    faultCase(
      'A proxy held the request back until the assertion had ended',
      'Find what delays requests on the way.',
      ['token', 'AADSTS700024_late', 5, 'operator'],
      resigned({}, () => ({ nbf: secondsFromNow(-7200), exp: secondsFromNow(-3600) })),
    ),
    faultCase(
      'The assertion is addressed to another tenant',
      'Copy the Token URL from the app’s Endpoints.',
      ['token', 'AADSTS700023', 5, 'you', 'tokenUrl'],
      resigned({}, () => ({ aud: 'https://login.microsoftonline.com/fabrikam.com/oauth2/v2.0/token' })),
    ),
    faultCase(
      'The assertion has two audiences',
      requestChanged,
      ['token', 'AADSTS5002741', 5, 'operator'],
      resigned({}, ({ sandbox }) => ({ aud: [sandbox.info.tokenUrl, 'https://fabrikam.com'] })),
    ),
    faultCase(
      'The assertion is about another app than the request',
      requestChanged,
      ['token', 'AADSTS700021', 5, 'operator'],
      resigned({}, () => ({ iss: 'another', sub: 'another' })),
    ),
    faultCase(
      'Issuer and subject of the assertion differ',
      requestChanged,
      ['token', 'AADSTS50048', 5, 'operator'],
      resigned({}, () => ({ sub: 'another' })),
    ),
    faultCase(
      'The assertion was stripped from the request',
      requestChanged,
      ['token', 'AADSTS7000218', 5, 'operator'],
      formChanged((form) => form.delete('client_assertion')),
    ),
    faultCase(
      'The assertion was stripped from the request, by the other number',
      requestChanged,
      ['token', 'AADSTS7000216', 5, 'operator'],
      entraRefuses(7000216),
    ),
    faultCase(
      'A secret arrived in the place of the assertion',
      requestChanged,
      ['token', 'AADSTS7000215', 5, 'operator'],
      formChanged((form) => {
        form.delete('client_assertion')
        form.set('client_secret', 'a secret')
      }),
    ),
    faultCase(
      'The secret that arrived has expired',
      requestChanged,
      ['token', 'AADSTS7000222', 5, 'operator'],
      entraRefuses(7000222),
    ),
    faultCase(
      'A refusal under the umbrella number alone',
      'Read the answer; check certificate, Client ID and Token URL.',
      ['token', 'AADSTS70002', 5],
      entraSays(70002, [401, 'invalid_client'], 'Error validating credentials.'),
    ),
    faultCase(
      'An answer to the sign-in on behalf of a user',
      requestChanged,
      ['token', 'AADSTS50013', 6, 'operator'],
      entraRefuses(50013),
    ),
  ],
}
