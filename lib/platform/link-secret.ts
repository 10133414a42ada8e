import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** 256 bits, so that guessing is no way in and a plain hash is enough to keep it by. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
