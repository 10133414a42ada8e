/** What crosses from the worker to the server is a code of the error catalog, never a library's message. */
class Refusal extends Error {
  constructor(code) {
    super(code)
    this.code = code
  }
}

/** @returns {never} */
export function refuse(code) {
  throw new Refusal(code)
}
