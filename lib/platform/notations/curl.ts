import { bashWord } from './bash'

/** What the console sends beside the token; a test holds it equal to what is sent. */
const accept = 'Accept: application/json'

interface Sent {
  readonly method: string
  /** With its api-version. */
  readonly url: string
  readonly body?: string | undefined
  readonly contentType?: string | undefined
}

/** The same request for a shell. The token is named by a variable, so the text is no secret. */
export function curlText({ method, url, body, contentType = 'application/json' }: Sent): string {
  const lines = [
    // Brackets and braces of a query mean themselves.
    `curl --globoff ${method === 'GET' ? '' : `--request ${method} `}${bashWord(url)}`,
    '  --header "Authorization: Bearer $TOKEN"',
    `  --header ${bashWord(accept)}`,
  ]
  if (body) lines.push(`  --header ${bashWord(`Content-Type: ${contentType}`)}`, `  --data-raw ${bashWord(body)}`)
  return lines.join(' \\\n')
}
