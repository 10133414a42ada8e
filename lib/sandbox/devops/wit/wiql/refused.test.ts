import { describe, expect, test } from 'vitest'
import { createTestOrganization } from '../../test-organization'

const organization = createTestOrganization({ items: 20 })

const post = (query: string, project = ''): Promise<Response> =>
  organization.post(`${project}_apis/wit/wiql?api-version=7.1`, { query })

async function messageOf(query: string) {
  const answer = await post(query)
  const { message } = await answer.json()
  return { status: answer.status, message }
}

describe('queries that cannot be run', () => {
  const from = 'SELECT [System.Id] FROM WorkItems'
  test.each([
    [
      `${from} WHERE [Nope] = 1`,
      'TF51005: The query references a field that does not exist. The error is caused by «[Nope]».',
    ],
    [
      `${from} WHERE EVER [System.State] <> 'x'`,
      "The operator cannot be used with EVER. The error is caused by «EVER [System.State] <> 'x'».",
    ],
    [
      `${from} WHERE [System.State] EVER NOT IN ('x')`,
      "EVER cannot be negated. The error is caused by «[System.State] EVER NOT IN ('x')».",
    ],
    [
      `${from} WHERE NOT [System.State] WAS EVER 'x'`,
      "EVER cannot be negated. The error is caused by «NOT [System.State] WAS EVER 'x'».",
    ],
    [
      `${from} WHERE [System.Title] = [System.AssignedTo]`,
      'The fields cannot be compared. The error is caused by «[System.Title] = [System.AssignedTo]».',
    ],
    [`${from} WHERE [System.Title] CONTAINS 5`, 'Expecting a string. The error is caused by «5».'],
    [
      `${from} WHERE [System.Title] CONTAINS WORDS '${'w'.repeat(101)}'`,
      `The text to search for is longer than 100 characters. The error is caused by «'${'w'.repeat(101)}'».`,
    ],
    [
      `${from} WHERE [System.AreaPath] > 'Storefront'`,
      "The operator cannot be used with this field. The error is caused by «[System.AreaPath] > 'Storefront'».",
    ],
    [`${from} ASOF 'yesterday'`, "The value is not a date. The error is caused by «'yesterday'»."],
    [
      'SELECT [Nope] FROM WorkItems',
      'TF51005: The query references a field that does not exist. The error is caused by «[Nope]».',
    ],
    [
      `${from} ORDER BY Nope`,
      'TF51005: The query references a field that does not exist. The error is caused by «Nope».',
    ],
    ['SELECT [System.Id]', 'TF51006: The query statement is missing a FROM clause. The error is caused by «».'],
    [
      `${from} WHERE [System.AreaPath] UNDER 'Storefront\\Nope'`,
      "TF51011: The specified area path does not exist. The error is caused by «'Storefront\\Nope'».",
    ],
    [
      `${from} WHERE [System.IterationPath] = 'Nope'`,
      "TF51011: The specified iteration path does not exist. The error is caused by «'Nope'».",
    ],
    [`${from} (`, 'Expected end of string. The error is caused by «(».'],
    [
      `${from} WHERE [System.CreatedDate] >= '2026-01-01T00:00:00Z'`,
      "You cannot supply a time with the date when running a query using date precision. The error is caused by «[System.CreatedDate] >= '2026-01-01T00:00:00Z'».",
    ],
    [`${from} WHERE [System.Id] = 'x'`, "The value is not a number. The error is caused by «'x'»."],
    [
      `${from} WHERE [System.CreatedDate] > '2026-02-30'`,
      "The value is not a date. The error is caused by «'2026-02-30'».",
    ],
    [
      `${from} WHERE [System.Title] UNDER 'x'`,
      "The operator cannot be used with this field. The error is caused by «[System.Title] UNDER 'x'».",
    ],
    [
      `${from} WHERE [System.Id] CONTAINS '1'`,
      "The operator cannot be used with this field. The error is caused by «[System.Id] CONTAINS '1'».",
    ],
    [
      `${from} WHERE [System.Description] = 'x'`,
      "The operator cannot be used with this field. The error is caused by «[System.Description] = 'x'».",
    ],
    [
      `${from} WHERE [System.TeamProject] = @project`,
      'The macro @Project is not supported without a project. The error is caused by «@project».',
    ],
    [
      `${from} ORDER BY [System.Description]`,
      'This field cannot be sorted by. The error is caused by «[System.Description]».',
    ],
  ])('%s', async (query, message) => {
    expect(await messageOf(query)).toEqual({ status: 400, message })
  })

  test('@CurrentIteration without a project is the server’s fault, as in reality', async () => {
    const { status, message } = await messageOf(`${from} WHERE [System.IterationPath] = @CurrentIteration`)
    expect({ status, code: message.slice(0, 8) }).toEqual({ status: 500, code: 'VS402612' })
  })

  test('a text of more than 32,000 characters, or none at all, is refused', async () => {
    expect((await post(`${from} WHERE [System.Title] = '${'x'.repeat(32_000)}'`)).status).toBe(400)
    expect((await organization.post('_apis/wit/wiql?api-version=7.1', {})).status).toBe(400)
  })

  test('a team that does not exist is 404', async () => {
    expect((await post(from, 'Storefront/Nope/')).status).toBe(404)
  })

  test('a macro that nobody knows is not emulated, and the answer says so', async () => {
    const answer = await post(`${from} WHERE [System.Id] IN (@SomethingElse)`)
    expect(answer.status).toBe(501)
    expect(await answer.json()).toMatchObject({ error: 'sandbox_not_emulated' })
  })
})
