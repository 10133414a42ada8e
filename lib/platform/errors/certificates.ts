import type { CatalogEntry } from './entry'

/** Codes of making, importing and removing certificates. */
export const certificateErrors = {
  certificate_file_unreadable: {
    status: 422,
    title: 'This is not a certificate file that Certboard can read',
    cause: 'The file is damaged, cut off, or of another kind than its name says.',
    remedy:
      'Export the certificate again, with its private key, as PFX (.pfx, .p12) or as PEM (.pem), and choose that file.',
    step: 2,
  },
  certificate_file_too_costly: {
    status: 422,
    title: 'The file demands too much work to open',
    cause:
      'Its password protection asks for more than 600,000 rounds, or opening it took longer than five seconds. Ordinary files open in a fraction of a second.',
    remedy:
      'Export it again with the usual settings, for example with “openssl pkcs12 -export”, and choose the new file.',
    step: 2,
  },
  certificate_password_missing: {
    status: 422,
    title: 'The file needs its password',
    cause: 'The private key in the file is protected by a password, and none was given.',
    remedy: 'Type the password that was chosen when the file was exported, and import it again.',
    step: 2,
  },
  certificate_password_wrong: {
    status: 422,
    title: 'The password does not open the file',
    cause: 'It is mistyped, it belongs to another file, or the protected part of the file is damaged.',
    remedy: 'Check upper and lower case and the keyboard layout. If the password is lost, export the file again.',
    step: 2,
  },
  certificate_encryption_unsupported: {
    status: 422,
    title: 'The file is encrypted in a way that Certboard does not open',
    cause:
      'It names a cipher that is old or rare, such as RC4, or is locked to one machine or group instead of by a password. Certboard opens AES, triple DES, DES and RC2.',
    remedy:
      'Export it again with a password and the usual settings, for example with “openssl pkcs12 -export”, and choose the new file.',
    step: 2,
  },
  certificate_missing: {
    status: 422,
    title: 'There is no certificate in the file',
    cause: 'Only a key was found. Entra ID knows an app by its certificate, so the key alone is not enough.',
    remedy: 'Choose the certificate (.cer, .crt or .pem) as the file, and the private key as the key file.',
    step: 2,
  },
  certificate_key_missing: {
    status: 422,
    title: 'There is no private key in the file',
    cause: 'The file holds the public certificate only. Certboard signs with the private key that belongs to it.',
    remedy:
      'Choose the key file as well, or export the certificate again as PFX with “Yes, export the private key”. If the key is lost, generate a new certificate here.',
    step: 2,
  },
  certificate_pair_mismatch: {
    status: 422,
    title: 'The private key does not belong to the certificate',
    cause: 'The two come from different pairs, often because the certificate was renewed with a new key.',
    remedy: 'Choose the certificate and the key that were made together.',
    step: 2,
  },
  certificate_choice_needed: {
    status: 422,
    title: 'There is more than one certificate with its key',
    cause: 'The files hold several private keys, each with a certificate, and nothing says which one is meant.',
    remedy: 'Choose the certificate that is, or will be, uploaded to the app registration; its thumbprint tells.',
    step: 2,
  },
  certificate_key_not_rsa: {
    status: 422,
    title: 'The key is not an RSA key',
    cause:
      'It is an elliptic curve (EC, Ed25519) or DSA key. The Entra portal takes the upload of such a certificate, but Entra ID accepts client assertions signed with RSA (PS256 or RS256) only.',
    remedy: 'Generate a certificate here, or make one with RSA, for example “openssl req -x509 -newkey rsa:3072 …”.',
    step: 2,
  },
  certificate_key_is_rsa_pss: {
    status: 422,
    title: 'The certificate is restricted to RSA-PSS',
    cause:
      'It names its key RSASSA-PSS instead of RSA. Entra ID looks for plain RSA keys, and most likely finds none in it. The key itself is good: Certboard reads it as plain RSA, and signs with PSS anyway.',
    remedy: 'Generate a certificate here, or make one whose key is plain RSA (“-newkey rsa:3072”).',
    step: 2,
  },
  certificate_key_too_small: {
    status: 422,
    title: 'The RSA key is too small',
    cause: 'Keys of less than 2048 bits can be broken, and Entra ID does not accept them any more.',
    remedy: 'Generate a certificate here (3072 bits), or make one with at least 2048 bits.',
    step: 2,
  },
  certificate_key_too_large: {
    status: 422,
    title: 'The RSA key is too large',
    cause:
      'Signing takes eight times as long with each doubling of the key. Entra ID takes keys of more than 4096 bits, and Certboard those of up to 8192.',
    remedy: 'Generate a certificate here (3072 bits), or make one with 2048 to 8192 bits.',
    step: 2,
  },
  certificate_expired: {
    status: 422,
    field: 'certificateId',
    title: 'The certificate has expired',
    cause: 'Its last day has passed. Entra ID refuses assertions signed with it.',
    remedy: 'Generate a new certificate and upload its public file to the app registration.',
    step: 2,
  },
  certificate_not_yet_valid: {
    status: 422,
    field: 'certificateId',
    title: 'The certificate is not valid yet',
    cause: 'Its first day lies in the future, or the clock of this server is behind.',
    remedy: 'Wait until its first day, generate another one, or set the clock of the machine that runs Certboard.',
    step: 2,
  },
  certificate_is_request: {
    status: 422,
    title: 'This is a request for a certificate, not a certificate',
    cause:
      'A certificate signing request (CSR) is sent to a certification authority, which answers with the certificate.',
    remedy: 'Choose the certificate that you got back, or generate a self-signed one here; Entra ID accepts those.',
    step: 2,
  },
  certificate_is_java_keystore: {
    status: 422,
    title: 'This is a Java keystore',
    cause: 'The file has the old format of Java (JKS or JCEKS), which nothing but Java reads.',
    remedy:
      'Convert it with “keytool -importkeystore -srckeystore FILE -destkeystore new.p12 -deststoretype pkcs12” and choose new.p12.',
    step: 2,
  },
  certificate_is_pkcs7: {
    status: 422,
    title: 'This file holds certificates without a private key',
    cause: 'PKCS #7 files (.p7b, .p7c) carry chains of public certificates and never a key.',
    remedy:
      'Choose the private key that belongs to it as the key file, or export the certificate as PFX with its private key where the key is kept.',
    step: 2,
  },
  certificate_is_ssh_key: {
    status: 422,
    title: 'This is an SSH key',
    cause: 'The file was made for signing in with SSH. It holds no certificate.',
    remedy:
      'Generate a certificate here, or choose a PFX or PEM file with a certificate and its private key. If the SSH key really is the key of the certificate, “ssh-keygen -p -m PEM -f KEY” turns it into PEM.',
    step: 2,
  },
  certificate_is_putty_key: {
    status: 422,
    title: 'This is a PuTTY key',
    cause: 'The file (.ppk) was made by PuTTYgen for signing in with SSH. It holds no certificate.',
    remedy:
      'Generate a certificate here, or choose a PFX or PEM file with a certificate and its private key. If the PuTTY key really is the key of the certificate, export it as PEM: “puttygen KEY.ppk -O private-openssh -o key.pem”.',
    step: 2,
  },
  certificate_in_use: {
    status: 409,
    title: 'This certificate is in use',
    cause:
      'A connection signs in with it, or a certificate in a key vault is reached by it. Without it that would not work any more.',
    remedy:
      'Choose another certificate in the settings of that connection, or remove the connection or the certificate in the key vault, then try again.',
  },
} as const satisfies Record<string, CatalogEntry>
