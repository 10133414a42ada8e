/** `npm run sign-in-link` – prints a link that signs in once. Works while the server runs. */
import { env } from '#lib/platform/env'
import { openSecrets } from '#lib/platform/secrets'
import { createSignInLink } from '#lib/workspace/sign-in-link'

try {
  console.log(await createSignInLink(env(), openSecrets(env()).SIGN_IN_SECRET))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
