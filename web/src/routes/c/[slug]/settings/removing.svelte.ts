import type { Api } from '#web/api/api.ts';
import { Sending } from '#web/form/sending.svelte.ts';
import { SetRoleDocument, UndoRoleRemovalDocument } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

/** Somebody whose role was taken away just now. */
export interface RemovedPerson {
  handle: string;
  removalId: string;
  /** When it cannot be undone any more, by the server's clock. */
  undoUntil: number;
}

/** Taking a role away: asked before, and for a minute there is a way back. */
export class Removing extends Sending {
  /** Whom the question is about. */
  asking = $state<string | null>(null);
  /** The last one who was removed. */
  removed = $state.raw<RemovedPerson | null>(null);
  /** Who has the role back. */
  restored = $state<string | null>(null);
  /** Who was not given it back, since it was too late. */
  late = $state<string | null>(null);
  readonly #api: Api;
  readonly #organizationId: () => string;

  constructor(t: Translate, api: Api, organizationId: () => string) {
    super(t);
    this.#api = api;
    this.#organizationId = organizationId;
  }

  ask(handle: string): void {
    this.asking = handle;
    this.removed = null;
    this.restored = this.late = null;
  }

  async remove(handle: string): Promise<void> {
    this.asking = null;
    await this.send(async () => {
      const input = { organizationId: this.#organizationId(), handle, role: null };
      const { setRole } = await this.#api.ask(SetRoleDocument, { input });
      const { removal } = setRole;
      if (removal) this.removed = { handle, removalId: removal.id, undoUntil: Date.parse(removal.undoUntil) };
      return setRole.errors;
    });
  }

  async undo(): Promise<void> {
    const { removed } = this;
    if (!removed) return;
    const done = await this.send(async () => {
      const input = { removalId: removed.removalId };
      const { errors } = (await this.#api.ask(UndoRoleRemovalDocument, { input })).undoRoleRemoval;
      if (!errors.some(({ code }) => code === 'WRONG_STAGE')) return errors;
      this.late = removed.handle;
      return [];
    });
    if (!done) return;
    this.removed = null;
    if (!this.late) this.restored = removed.handle;
  }
}
