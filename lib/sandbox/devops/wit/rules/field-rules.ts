import 'server-only'
import type { FieldValue, WorkItemType } from '../../../seed/model'

/** What a field may hold. */
interface FieldRule {
  readonly referenceName: string
  readonly values: readonly (string | number)[]
  /** What it holds in a new item. */
  readonly initial?: FieldValue
  /** It cannot be empty. */
  readonly required?: boolean
}

const common = 'Microsoft.VSTS.Common.'

/** The lists of the stock processes, in which each of these fields has the same list wherever it occurs. */
const rules: readonly FieldRule[] = [
  { referenceName: `${common}Priority`, values: [1, 2, 3, 4], initial: 2 },
  {
    referenceName: `${common}Severity`,
    values: ['1 - Critical', '2 - High', '3 - Medium', '4 - Low'],
    initial: '3 - Medium',
  },
  {
    referenceName: `${common}ValueArea`,
    values: ['Architectural', 'Business'],
    initial: 'Business',
    required: true,
  },
  { referenceName: `${common}Risk`, values: ['1 - High', '2 - Medium', '3 - Low'] },
  {
    referenceName: `${common}Activity`,
    values: ['Deployment', 'Design', 'Development', 'Documentation', 'Requirements', 'Testing'],
  },
]

/** Those of the fields that the type has. */
export const fieldRules = ({ fields }: WorkItemType): readonly FieldRule[] =>
  rules.filter(({ referenceName }) => fields.has(referenceName))
