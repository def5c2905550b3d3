import { formDoor } from '../../core/access/form-door.ts';
import type { Door } from '../../platform/http/door.ts';
import type { Services } from '../../platform/services.ts';
import { rightsOn, subjectOf } from './asked-about.ts';
import { ask } from './question.resolver.ts';

/** `POST /questions`, as a form sends it: asks without a script, and leads back to the page. */
export const askDoor = (services: Services): Door =>
  formDoor(services, {
    path: '/questions',
    words: ['text'],
    act: async (context, form) => {
      const subjectId = form.get('subjectId') ?? '';
      const anonymous = form.has('anonymous');
      const { waits } = await ask(context, { subjectId, text: form.get('text') ?? '', anonymous });
      const rights = await rightsOn(context.loaders, subjectOf(services, subjectId));
      return { to: `${rights?.path ?? '/'}?asked=${waits ? 'waits' : 'shown'}#questions` };
    },
  });
