import { each, type ReadingRule } from './rules.ts';

/** Who reads what of practice, records and next steps. */
export const READING_OF_PRACTICE: Record<string, ReadingRule> = {
  ...each(
    'reader',
    `
    Event.practiceCards EventSession.practiceCards Event.keptCards Card.keptUntil
    PracticeCard.id PracticeCard.title PracticeCard.deliverable PracticeCard.gives PracticeCard.checklist
    PracticeCard.skill PracticeCard.hours PracticeCard.language PracticeCard.links PracticeCard.isRemoved
    PracticeCard.event PracticeCard.session PracticeCard.counts PracticeCounts.begun PracticeCounts.done
    Practice.id Practice.state Practice.startedAt Practice.words Practice.links Practice.handedInAt Practice.answer
    Practice.answeredAt Practice.worth Practice.person Practice.answeredBy
    PracticeConnection.edges PracticeConnection.nodes PracticeConnection.totalCount PracticeConnection.pageInfo PracticeEdge.cursor PracticeEdge.node`,
  ),
  ...each('no more than one may read', 'Card.keptFor Practice.practiceCard'),
  'PracticeCard.practice': 'own practice',
  'PracticeCard.waiting': 'who answers practice',
  'PracticeCard.canManage': 'who runs the event',
  ...each(
    'self',
    `
    Viewer.practices Viewer.ownRecord Viewer.certificates Viewer.nextStep Viewer.firstMonth Viewer.isAskedWhy
    Record.shown Record.trainedIn Record.practised Record.thanked Record.reviewed
    Certificate.id Certificate.code Certificate.name Certificate.cards Certificate.hours Certificate.firstAt
    Certificate.lastAt Certificate.madeAt Certificate.campaign
    ViewerNextStep.step ViewerNextStep.reason ViewerNextStep.skill ViewerNextStep.card ViewerNextStep.practiceCard ViewerNextStep.event
    ViewerNextStep.opening
    FirstMonthStep.step FirstMonthStep.isDone`,
  ),
  ...each(
    'anyone',
    `
    PublicPage.record PublicRecord.trainedIn PublicRecord.practised PublicRecord.reviewed
    RecordTraining.title RecordTraining.slug RecordTraining.startsAt RecordTraining.timeZone RecordTraining.skills
    RecordPractice.title RecordPractice.skill RecordPractice.hours RecordPractice.doneAt RecordPractice.training
    RecordPractice.slug`,
  ),
  ...each(
    'whoever has the link',
    `
    Query.certificate VerifiedCertificate.name VerifiedCertificate.cards VerifiedCertificate.hours
    VerifiedCertificate.firstAt VerifiedCertificate.lastAt VerifiedCertificate.madeAt`,
  ),
  ...each(
    'coordinator alone',
    'Programme.drift Drift.asked Drift.answers Drift.lines DriftCount.reason DriftCount.count',
  ),
};
