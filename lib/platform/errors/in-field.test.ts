import { expect, test } from 'vitest'
import { AppError, inField } from './index'

const thrownBy = (act: () => never) => inField('outer', act).catch((error: unknown) => error)

test('what is thrown in a field names it, and keeps everything else', async () => {
  const options = { detail: 'D', evidence: [{ label: 'L', value: 'V' }], cause: new Error('C'), retryAfter: 3 }
  const error = await thrownBy(() => {
    throw new AppError('not_found', options)
  })
  expect(error).toMatchObject({ code: 'not_found', field: 'outer', ...options })
})

test('the innermost field is the one that is named', async () => {
  const error = await thrownBy(() => {
    throw new AppError('not_found', { field: 'inner' })
  })
  expect(error).toMatchObject({ field: 'inner' })
})

test('a foreign error stays as it is', async () => {
  const foreign = new Error('foreign')
  expect(
    await thrownBy(() => {
      throw foreign
    }),
  ).toBe(foreign)
})
