import type { Translate } from '#web/words/words.ts';
import type { BoardViewer, CardFace, ColumnStatus } from './board-card.ts';

/** The name of a status, and of its column: after the end of a campaign nothing is open to anybody any more. */
export const statusWords = (status: CardFace['status'], { ended }: BoardViewer, t: Translate): string =>
  ended ? t(`board:ended.status.${status}`) : t(`site:status.${status}`);

/** What a column without cards says. */
export const emptyWords = (status: ColumnStatus, { ended }: BoardViewer, t: Translate): string =>
  ended ? t(`board:ended.empty.${status}`) : t(`board:empty.${status}`);
