export const password = 'S3cret'
export const beyondAscii = 'pässwörd-密码-😀'
/** As OpenSSL before 1.1.0 read the bytes of `beyondAscii`. */
export const beyondAsciiBytewise = Buffer.from(beyondAscii).toString('latin1')
