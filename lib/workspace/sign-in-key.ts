import 'server-only'
import { errors, jwtVerify, SignJWT } from 'jose'
import { AppError } from '#lib/platform/errors/index'

const purpose = 'certboard-sign-in'
const bytes = (secret: string) => new TextEncoder().encode(secret)

/**
 * The key of a sign-in link: valid for 15 minutes, and worth nothing once redeemed. It needs no database, so the command
 * that makes one works while the server has the database open.
 */
export function createSignInKey(secret: string, now = new Date()): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(purpose)
    .setJti(crypto.randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 15 * 60)
    .sign(bytes(secret))
}

/**
 * The ID of a key that is genuine and not too old.
 * @throws sign_in_link_invalid, sign_in_link_expired
 */
export async function verifySignInKey(secret: string, key: string, now = new Date()): Promise<string> {
  try {
    const options = { audience: purpose, algorithms: ['HS256'], requiredClaims: ['jti', 'exp'], currentDate: now }
    const { payload } = await jwtVerify(key, bytes(secret), options)
    return String(payload.jti)
  } catch (cause) {
    const expired = (cause as { code?: unknown }).code === errors.JWTExpired.code
    throw new AppError(expired ? 'sign_in_link_expired' : 'sign_in_link_invalid', { cause })
  }
}
