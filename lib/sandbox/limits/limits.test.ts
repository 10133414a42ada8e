import { describe, expect, test } from 'vitest'
import { createLimits } from '.'
import type { LimitMode } from './mode'

const url = 'https://dev.azure.com/contoso/_apis/wit/wiql'

/** A caller whose time passes only where the test says so; half a unit per request. */
function caller(mode: LimitMode) {
  const slept: number[] = []
  let instant = Date.parse('2026-06-15T12:00:00Z')
  const pace = createLimits({
    mode: () => mode,
    now: () => new Date(instant),
    sleep: (milliseconds) => Promise.resolve(slept.push(milliseconds)),
  })
  const ask = (identity = 'one') =>
    pace(
      async () => identity,
      new Request(url, { headers: { authorization: 'Bearer x' } }),
      async () => Response.json({}),
    )
  const passSeconds = (seconds: number) => {
    instant += seconds * 1000
  }
  return { ask, passSeconds, slept }
}

const header = ({ headers }: Response, name: string) => headers.get(`x-ratelimit-${name}`)

test('off: nothing is counted', async () => {
  const { ask, slept } = caller('off')
  for (let time = 0; time < 1000; time++) expect(header(await ask(), 'limit')).toBeNull()
  expect(slept).toEqual([])
})

describe('harsh', () => {
  test('within the budget nothing shows; near its end the headers come; above it the answer is late but good', async () => {
    const { ask, slept } = caller('harsh')
    for (let time = 0; time < 3; time++) expect(header(await ask(), 'limit')).toBeNull()
    const warned = await ask()
    expect([header(warned, 'limit'), header(warned, 'remaining'), header(warned, 'delay')]).toEqual(['2', '0', null])
    expect(slept).toEqual([])
    const late = await ask()
    expect(late.status).toBe(200)
    expect(slept).toEqual([250])
    expect(header(late, 'delay')).toBe('0.250')
    expect(late.headers.get('retry-after')).toBe('1')
    expect(header(late, 'reset')).toBe(String(Date.parse('2026-06-15T12:05:00Z') / 1000))
  })

  test('far above it requests are refused with the documented error, which costs nothing', async () => {
    const { ask } = caller('harsh')
    for (let time = 0; time < 8; time++) expect((await ask()).status).toBe(200)
    for (let time = 0; time < 3; time++) {
      const refused = await ask()
      expect(refused.status).toBe(429)
      expect(refused.headers.get('retry-after')).toBe('300')
      const body = JSON.parse(await refused.text())
      expect(Object.keys(body)).toEqual([
        '$id',
        'innerException',
        'message',
        'typeName',
        'typeKey',
        'errorCode',
        'eventId',
      ])
      expect(body).toMatchObject({ typeKey: 'RequestBlockedException', errorCode: 0, eventId: 3000 })
      expect(body.message).toContain(`exceeding usage of resource 'Count' in namespace 'VSID'`)
    }
  })

  test('each identity has a budget of its own', async () => {
    const { ask } = caller('harsh')
    for (let time = 0; time < 9; time++) await ask()
    expect((await ask()).status).toBe(429)
    expect((await ask('another')).status).toBe(200)
  })

  test('waiting as long as it was told lets the caller in again', async () => {
    const { ask, passSeconds } = caller('harsh')
    for (let time = 0; time < 8; time++) {
      await ask()
      passSeconds(10)
    }
    const refused = await ask()
    expect(refused.status).toBe(429)
    passSeconds(Number(refused.headers.get('retry-after')))
    expect((await ask()).status).toBe(200)
  })
})

test('realistic: 200 units in five minutes before delays, which grow up to 30 seconds', async () => {
  const { ask, slept } = caller('realistic')
  let answers = 0
  while ((await ask()).status === 200) answers += 1
  expect(answers).toBe(800)
  expect(slept).toHaveLength(400)
  expect(slept.at(-1)).toBe(30_000)
  expect([...slept].sort((a, b) => a - b)).toEqual(slept)
})
