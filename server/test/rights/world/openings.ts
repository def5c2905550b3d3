import {
  answerQuestion,
  mergeQuestions,
  showQuestion,
} from '../../../src/features/question/moderate-questions.ts';
import { askQuestion } from '../../../src/features/question/ask-question.ts';
import { answerApplication } from '../../../src/features/opening/answer-application.ts';
import { applyForOpening } from '../../../src/features/opening/apply.ts';
import { RecordField } from '../../../src/features/opening/own-record.ts';
import { closeOpening } from '../../../src/features/opening/write-opening.ts';
import { anOpening } from '../../support/an-opening.ts';
import type { World } from './people.ts';

/** Of ours: an opening that two answered, with questions in every state, and one that is closed. */
export async function openingsOfOurs({ services, people, ours, campaigns }: World): Promise<void> {
  const organizer = people.organizer.viewer!;
  const openingId = await anOpening(services, organizer, {
    ...{ organizationId: ours, campaignId: campaigns.open.id, howToAnswer: 'Here, or by post.' },
  });
  const closed = await anOpening(services, organizer, { organizationId: ours });
  await closeOpening(services, organizer, { openingId: closed, withdrawn: false });

  const applicationId = await applyForOpening(services, people.vetted.viewer!, {
    ...{ openingId, words: 'I would like to.', shares: Object.values(RecordField) },
    ...{ shownName: 'Vera V.', contact: 'vera@example.org' },
  });
  await answerApplication(services, organizer, { applicationId, state: 'TALKING', words: 'Come by.' });

  const lead = people.lead.viewer!;
  const subject = { kind: 'Opening', id: openingId, about: services.askedAbout.get('Opening')! };
  const ask = (text: string) =>
    askQuestion(services, lead, subject, { voter: lead.personId, text, anonymous: false });
  const answered = await ask('Is it a night shift?');
  await answerQuestion(services, organizer, subject, { questionId: answered, text: 'No.' });
  await showQuestion(services, organizer, subject, await ask('Is there travel?'));
  await mergeQuestions(services, organizer, subject, {
    questionId: await ask('Do I work at night?'),
    intoId: answered,
  });
  await ask('Does anybody look at this?');
}
