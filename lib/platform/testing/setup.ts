import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Output that a test did not announce is a finding, so it fails the test. */
const methods = ['log', 'info', 'warn', 'error', 'debug'] as const

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method).mockImplementation(() => undefined)
})

afterEach(() => {
  for (const method of methods) {
    const calls = vi.mocked(console[method]).mock.calls
    vi.mocked(console[method]).mockRestore()
    expect(calls, `unexpected console.${method}`).toEqual([])
  }
})
