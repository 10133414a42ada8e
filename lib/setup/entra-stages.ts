import 'server-only'

/**
 * The order in which Entra ID checks a token request. It is inferred from reports and not documented: an error of one
 * stage shows that those before it are behind us.
 */
const stages = ['tenant', 'app', 'certificate', 'assertion', 'service principal', 'scope', 'policy'] as const
type Stage = (typeof stages)[number]

const codesOf: Readonly<Record<Stage, readonly number[]>> = {
  tenant: [90002, 900023, 90013, 50128, 90019, 50059, 9001023, 90130, 50194, 900382, 900432, 50049, 5000224, 900144],
  app: [700016, 700011, 70001, 7000112, 700025],
  certificate: [
    7000218, 7000216, 50027, 5002738, 5002730, 5000, 50032, 700027, 1000502, 7000214, 7000274, 7000277, 50012, 50013,
  ],
  assertion: [700023, 700024, 700021, 50048, 5002741],
  'service principal': [7000229],
  scope: [70011, 1002012, 700022, 28002, 500011, 500014, 501051, 650052, 650057, 50001],
  policy: [53003, 530032],
}

function stageOf(code: string): Stage | undefined {
  const number = Number(/^AADSTS(\d+)/.exec(code)?.[1])
  return stages.find((stage) => codesOf[stage].includes(number))
}

/** Whether an error of Entra ID shows that a stage is passed. Of other codes nothing is known. */
export function provesPassed(code: string, stage: Stage): boolean {
  const reached = stageOf(code)
  return reached !== undefined && stages.indexOf(reached) > stages.indexOf(stage)
}
