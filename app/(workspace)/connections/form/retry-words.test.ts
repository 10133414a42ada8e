import { expect, test } from 'vitest'
import { secondsText, waitText } from './retry-words'

test.each([
  [0, '0 s'],
  [0.75, '0.8 s'],
  [30, '30 s'],
  [59.99, '1 min'],
  [150.2, '2 min 30 s'],
  [300, '5 min'],
])('%f seconds are told as they are spoken: %s', (seconds, text) => {
  expect(secondsText(seconds)).toBe(text)
})

test('a wait says who asks for it, and is about as long only where it is spread', () => {
  expect(waitText({ by: 'policy', seconds: 4 })).toBe('about 4 s by the policy')
  expect(waitText({ by: 'retry-after', seconds: 30 })).toBe('30 s as Retry-After asks')
})
