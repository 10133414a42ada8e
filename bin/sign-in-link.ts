/** `npm run sign-in-link` – prints a link that signs in once. Works while the server runs. */
import { env } from '#lib/platform/env'
import { openSecrets } from '#lib/platform/secrets'
import { createSignInKey } from '#lib/workspace/sign-in-key'

try {
  const { PUBLIC_URL, HOSTNAME, PORT } = env()
  const address = PUBLIC_URL?.replace(/\/$/, '') ?? `http://${HOSTNAME}:${PORT}`
  const { SIGN_IN_SECRET } = openSecrets(env())
  console.log(`${address}/sign-in?key=${await createSignInKey(SIGN_IN_SECRET)}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
