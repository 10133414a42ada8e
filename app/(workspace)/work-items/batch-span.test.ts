import { expect, it } from 'vitest'
import { batchesIn, batchSpan } from './batch-span'

it('touches only the first batch at the top and only the last at the bottom', () => {
  expect(batchSpan(0, 20, 2000)).toBe('0-0')
  expect(batchSpan(1980, 1999, 2000)).toBe('9-9')
})

it('touches the next batch shortly before its rows are seen', () => {
  expect(batchSpan(120, 140, 2000)).toBe('0-0')
  expect(batchSpan(150, 170, 2000)).toBe('0-1')
})

it('never asks for a batch behind the end', () => {
  expect(batchSpan(150, 199, 200)).toBe('0-0')
  expect(batchSpan(0, 0, 1)).toBe('0-0')
})

it('lists every batch of a span', () => {
  expect(batchesIn('2-4')).toEqual([2, 3, 4])
  expect(batchesIn('0-0')).toEqual([0])
})
