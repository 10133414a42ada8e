import 'server-only'
import { type Answer, answerList } from '../protocol/answer'

/** Tool, kind of artifact, and the name of the link, as Microsoft's example lists them. */
const linkTypes = [
  ['Git', 'Branch', 'Branch'],
  ['Build', 'Build', 'Build'],
  ['VersionControl', 'Changeset', 'Fixed in Changeset'],
  ['Git', 'Commit', 'Fixed in Commit'],
  ['Build', 'Build', 'Found in build'],
  ['Build', 'Build', 'Integrated in build'],
  ['ArchitectureTools', 'ModelLink', 'Model Link'],
  ['Git', 'PullRequestId', 'Pull Request'],
  ['WorkItemTracking', 'Workitem', 'Related Workitem'],
  ['TestManagement', 'TcmResultAttachment', 'Result Attachment'],
  ['VersionControl', 'LatestItemVersion', 'Source Code File'],
  ['Requirements', 'Storyboard', 'Storyboard'],
  ['Git', 'Tag', 'Tag'],
  ['TestManagement', 'TcmTest', 'Test'],
  ['TestManagement', 'TcmResult', 'Test Result'],
  ['WorkItemTracking', 'Hyperlink', 'Workitem Hyperlink'],
] as const

/** What a work item may be linked to beyond work items. */
export const listArtifactLinkTypes = (): Answer =>
  answerList(linkTypes.map(([toolType, artifactType, linkType]) => ({ artifactType, linkType, toolType })))
