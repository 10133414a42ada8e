import 'server-only'

/** One part of a certificate file. A DER file is one block with the label that its PEM form would have, or `PFX`. */
export interface Block {
  readonly label: string
  /** Base64, and before it the headers of an encrypted PKCS #1 key where there are any. */
  readonly body: string
}

export const certificateLabels = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']
export const keyLabels = ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'DSA PRIVATE KEY']
const containerLabels = ['PFX', 'PKCS7', 'ENCRYPTED PRIVATE KEY']

/** Whether it takes more than OpenSSL to open it: a password, or a format that Node does not read. */
export const isContainer = ({ label, body }: Block): boolean =>
  containerLabels.includes(label) || body.includes('Proc-Type: 4,ENCRYPTED')

export const pemOf = ({ label, body }: Block): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`

/** Base64 in lines of 64 characters, however it came: RFC 7468 section 2. */
export const wrapBase64 = (text: string): string => text.replace(/\s/g, '').replace(/.{64}/g, '$&\n').trimEnd()
