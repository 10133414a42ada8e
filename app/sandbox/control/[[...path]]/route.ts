import { answerControl } from '#server/sandbox-control'

// Not made by `route()`: it is for scripts, which have no session, and whose token no browser sends by itself.
export {
  answerControl as DELETE,
  answerControl as GET,
  answerControl as PATCH,
  answerControl as POST,
  answerControl as PUT,
}
