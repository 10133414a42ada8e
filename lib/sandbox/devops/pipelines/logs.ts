import 'server-only'
import { createHash } from 'node:crypto'
import type { Build } from '../../seed/delivery/model'
import { artifactNamed } from '../build/artifacts'
import { type Log, logIn, logsOf } from '../build/logs'
import { type Answer, answer, answerText } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { argumentRefused } from '../protocol/errors'
import { dateText } from '../wit/render'
import { runIn, runUrl } from './pipelines'

const hour = 3_600_000

/**
 * An address that holds for an hour. The service lets everybody in who has it; here one has to be signed in as
 * everywhere else, and the signature is not looked at.
 */
function signed(address: string, now: Date) {
  const signatureExpires = dateText(now.getTime() + hour)
  const url = new URL(address)
  url.searchParams.set('urlExpires', signatureExpires)
  url.searchParams.set('urlSigningMethod', 'HMACV1')
  url.searchParams.set('urlSignature', createHash('sha256').update(url.href).digest('base64'))
  return { url: url.href, signatureExpires }
}

function signedMember(address: string, { query, now }: Call) {
  const wanted = membersNamed({ none: 0, signedcontent: 1 }, query.get('$expand') ?? 'none')
  return wanted.includes('signedcontent') ? { signedContent: signed(address, now) } : {}
}

function logJson({ id, created, changed, lines }: Log, run: Build, call: Call) {
  const base = runUrl(run, call.store)
  return {
    createdOn: dateText(created),
    id,
    lastChangedOn: dateText(changed),
    lineCount: lines.length,
    ...signedMember(`${base}/signedlogcontent/${id}`, call),
    url: `${base}/logs/${id}`,
  }
}

/** The logs of the tasks and jobs of a run. */
export function listRunLogs(call: Call): Answer {
  const run = runIn(call)
  const base = runUrl(run, call.store)
  return answer({
    logs: logsOf(run, call).map((log) => logJson(log, run, call)),
    ...signedMember(`${base}/signedlogcontent`, call),
    url: `${base}/logs`,
  })
}

export function getRunLog(call: Call): Answer {
  const run = runIn(call)
  return answer(logJson(logIn(run, call.parameters[2] ?? '', call), run, call))
}

/** Where the signed address of a log leads. */
export function getSignedLog(call: Call): Answer {
  const { lines } = logIn(runIn(call), call.parameters[2] ?? '', call)
  return answerText(lines.map((line) => `${line}\r\n`).join(''))
}

/** By its name; what is in it is not emulated. */
export function getRunArtifact(call: Call): Answer {
  const run = runIn(call)
  const wanted = call.query.get('artifactName')
  if (!wanted) throw argumentRefused('The artifactName is missing.')
  const { name } = artifactNamed(run, wanted, call)
  const base = runUrl(run, call.store)
  const signedUrl = `${base}/signedartifactscontent?artifactName=${name}`
  return answer({ ...signedMember(signedUrl, call), url: `${base}/artifacts?artifactName=${name}`, name })
}
